-- What is wrong with the book's sources. Everything found is collected, so that
-- an author sees all of it at once; one fault is enough to stop the build.

local faults = { list = {} }

-- Notes a fault at file:line (line may be nil) and returns its text.
function faults.add(file, line, text)
  local place = line and (file .. ':' .. line) or file
  local entry = place .. ': ' .. text
  for _, known in ipairs(faults.list) do
    if known == entry then return entry end
  end
  table.insert(faults.list, entry)
  return entry
end

-- Notes a fault and gives what a draft shows in its place.
function faults.block(file, line, text)
  local entry = faults.add(file, line, text)
  return pandoc.Div(pandoc.Para { pandoc.Str(entry) }, pandoc.Attr('', { 'fault' }))
end

-- Prints them; true when there is none.
function faults.none()
  for _, entry in ipairs(faults.list) do
    io.stderr:write(entry, '\n')
  end
  return #faults.list == 0
end

return faults
