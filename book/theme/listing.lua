-- A listing: the region `//> NAME` … `//< NAME` of a file that the tests compile,
-- or all of it (`*`). Regions may hold others; no mark is ever shown.

local source = require 'source'
local listing = {}

local function dedent(lines)
  local least
  for _, line in ipairs(lines) do
    local indent = line:match('^( *)%S')
    if indent and (not least or #indent < least) then least = #indent end
  end
  for i, line in ipairs(lines) do lines[i] = line:sub((least or 0) + 1) end
end

local function trim(lines, numbers)
  while #lines > 0 and lines[1]:match('^%s*$') do
    table.remove(lines, 1)
    table.remove(numbers, 1)
  end
  while #lines > 0 and lines[#lines]:match('^%s*$') do
    table.remove(lines)
    table.remove(numbers)
  end
end

-- All of a file but its marks, for the region "*".
local function whole(text)
  local lines, numbers, number = {}, {}, 0
  for line in text:gmatch('([^\n]*)\n') do
    number = number + 1
    if not line:match('^%s*//[<>]%s*[%w_-]+%s*$') then
      table.insert(lines, line)
      table.insert(numbers, number)
    end
  end
  trim(lines, numbers)
  return table.concat(lines, '\n'), numbers
end

-- Returns the region's text and the line numbers, or nil and what is wrong.
function listing.region(path, name)
  local text = source.slurp(path)
  if not text then return nil, 'there is no file ' .. path end
  if name == '*' then return whole(text) end
  local lines, numbers, number, state = {}, {}, 0, 'before'
  for line in text:gmatch('([^\n]*)\n?') do
    number = number + 1
    local mark, region = line:match('^%s*//([<>])%s*([%w_-]+)%s*$')
    if mark and region == name then
      if mark == '>' and state ~= 'before' then
        return nil, path .. ':' .. number .. ' opens the region ' .. name .. ' a second time'
      end
      if mark == '<' and state ~= 'inside' then
        return nil, path .. ':' .. number .. ' closes the region ' .. name .. ', which is not open'
      end
      state = mark == '>' and 'inside' or 'after'
    elseif state == 'inside' and not mark then
      table.insert(lines, line)
      table.insert(numbers, number)
    end
  end
  if state == 'before' then return nil, path .. ' has no region //> ' .. name end
  if state == 'inside' then return nil, path .. ': the region ' .. name .. ' is not closed by //< ' .. name end
  trim(lines, numbers)
  if #lines == 0 then return nil, path .. ': the region ' .. name .. ' is empty' end
  dedent(lines)
  return table.concat(lines, '\n'), numbers
end

return listing
