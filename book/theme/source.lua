-- Reading a chapter: its Markdown, in which a line alone may be a directive
--
--   {{listing FILE REGION "Caption"}}        //> REGION … //< REGION of a tested file
--   {{output COMMAND…}}                      the recorded output of interleave, grade or run
--   {{figure lanes|gantt|timeline ID "Caption" ARGS…}}   drawn from a recorded run
--   {{exercise 42}}                          the exercise's box
--
-- A directive becomes the paragraph `N`{.directive} on the same line, so that
-- line numbers in pandoc's words stay those of the file.

local faults = require 'faults'
local source = {}

source.format = 'markdown+smart'

-- The whole file, or nil.
function source.slurp(path)
  local file = io.open(path, 'rb')
  if not file then return nil end
  local text = file:read('a')
  file:close()
  return text
end

-- The names in a folder that match a Lua pattern, in name order.
function source.names(folder, pattern)
  local names = {}
  local pipe = io.popen("LC_ALL=C ls -1 '" .. folder .. "' 2>/dev/null")
  for name in pipe:lines() do
    if name:match(pattern) then table.insert(names, name) end
  end
  pipe:close()
  return names
end

-- The words of a directive: separated by blanks, "…" keeps blanks and may
-- hold \" . Returns the words, or nil when a quote stays open.
function source.words(text)
  local words, at = {}, 1
  while true do
    at = text:find('%S', at)
    if not at then return words end
    if text:sub(at, at) == '"' then
      local word, from = '', at + 1
      while true do
        local stop = text:find('["\\]', from)
        if not stop then return nil end
        word = word .. text:sub(from, stop - 1)
        if text:sub(stop, stop) == '"' then at = stop + 1 break end
        word = word .. text:sub(stop + 1, stop + 1)
        from = stop + 2
      end
      table.insert(words, word)
    else
      local stop = text:find('%s', at) or #text + 1
      table.insert(words, text:sub(at, stop - 1))
      at = stop
    end
  end
end

local function directive(chapter, number, text)
  local words = source.words(text)
  if not words or #words == 0 then
    faults.add(chapter.file, number, 'this directive has an open quote or is empty')
    return '' -- its fault is told
  end
  table.insert(chapter.directives, { name = table.remove(words, 1), words = words, line = number })
  return '`' .. #chapter.directives .. '`{.directive}'
end

-- One line of a fence is told from another by its mark, ``` or ~~~, and length.
local function fence(line, open)
  local mark = line:match('^%s*(```+)') or line:match('^%s*(~~~+)')
  if not mark then return open end
  if not open then return mark end
  if mark:sub(1, 1) == open:sub(1, 1) and #mark >= #open and line:match('^%s*[`~]+%s*$') then
    return nil
  end
  return open
end

-- Divs open with ::: and a class, and close with ::: alone. pandoc says nothing
-- about one that stays open, so this does.
local function count_divs(chapter, line, number, open)
  local rest = line:match('^%s*:::+%s*(.-)%s*$')
  if not rest then return end
  if rest:gsub(':+$', '') ~= '' then
    table.insert(open, number)
  elseif #open == 0 then
    faults.add(chapter.file, number, '::: closes nothing')
  else
    table.remove(open)
  end
end

-- Where "@kind:name" stands, for the words of a dead reference.
local function note_references(chapter, line, number)
  for key in line:gmatch('@(%a+:[%w_%-%./]+)') do
    key = key:gsub('[%.%-/_]+$', '')
    chapter.places[key] = chapter.places[key] or number
  end
end

-- A directive's first line; it may go on over the next ones.
local function start_directive(state, line)
  local indent, inside = line:match('^(%s*){{(.-)}}%s*$')
  if indent then return indent .. directive(state.chapter, state.number, inside) end
  indent, inside = line:match('^(%s*){{(.*)$')
  if not indent then return line end
  state.open, state.open_line, state.indent = inside, state.number, indent
  return ''
end

-- The directive takes the place of its first line, blank lines that of the others.
local function continue_directive(state, line)
  local last = line:match('^(.-)}}%s*$')
  state.open = state.open .. ' ' .. (last or line)
  if last then
    state.lines[state.open_line] = state.indent .. directive(state.chapter, state.open_line, state.open)
    state.open = nil
  end
  return ''
end

local function transform_line(state, line)
  if state.open then return continue_directive(state, line) end
  local inside = state.fence
  state.fence = fence(line, inside)
  if state.fence and not inside then state.fence_line = state.number end
  if inside or state.fence then return line end
  count_divs(state.chapter, line, state.number, state.divs)
  note_references(state.chapter, line, state.number)
  return start_directive(state, line)
end

local function transform(chapter, text)
  local state = { chapter = chapter, number = 0, lines = {}, divs = {} }
  for line in (text .. '\n'):gmatch('(.-)\r?\n') do
    state.number = state.number + 1
    state.lines[state.number] = transform_line(state, line)
  end
  if state.open then faults.add(chapter.file, state.open_line, '{{ is not closed by }}') end
  if state.fence then faults.add(chapter.file, state.fence_line, 'this code block is not closed') end
  for _, line in ipairs(state.divs) do faults.add(chapter.file, line, 'this ::: box is not closed') end
  return table.concat(state.lines, '\n') .. '\n'
end

-- pandoc.read, where a warning is a fault of that file.
function source.parse(file, text, format)
  local before = #PANDOC_STATE.log
  local ok, doc = pcall(pandoc.read, text, format or source.format)
  if not ok then
    faults.add(file, nil, tostring(doc))
    return pandoc.Pandoc {}
  end
  if #PANDOC_STATE.log > before then
    faults.add(file, nil, 'pandoc warns about this file; its words, with the line, stand below')
  end
  return doc
end

-- Inlines of a caption.
function source.inlines(file, line, text)
  local doc = source.parse(file .. ':' .. line, text)
  local block = doc.blocks[1]
  return block and block.content or {}
end

function source.chapter(file)
  local name = file:match('([^/]+)%.md$')
  local chapter = {
    file = file,
    page = name .. '.html',
    number = name:match('^(%d)%-'),
    letter = name:match('^appendix%-(%a)%-'),
    directives = {},
    places = {},
  }
  local doc = source.parse(file, transform(chapter, source.slurp(file)))
  chapter.blocks = doc.blocks
  return chapter
end

return source
