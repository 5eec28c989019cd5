-- The book, as one pandoc process: reads the chapters, puts in what their
-- directives name, numbers, resolves references, writes the pages. Runs as a
-- filter of an empty document, because only a filter can do this in pandoc 2.17.

local theme = os.getenv('BOOK_THEME')
package.path = theme .. '/?.lua'

local source = require 'source'
local boxes = require 'boxes'
local code = require 'code'
local directives = require 'directives'
local exercise = require 'exercise'
local faults = require 'faults'
local number = require 'number'
local page = require 'page'

-- `# Title` opens the file; nothing else is of level 1.
local function take_title(chapter)
  local first = chapter.blocks[1]
  if not first or first.t ~= 'Header' or first.level ~= 1 then
    faults.add(chapter.file, 1, 'a chapter starts with `# Title`')
    chapter.heading = pandoc.Inlines { pandoc.Str(chapter.page) }
  else
    chapter.heading = first.content
    chapter.blocks:remove(1)
  end
  chapter.title = pandoc.utils.stringify(chapter.heading)
  local target = { chapter = chapter, id = '', number = chapter.number or chapter.letter, title = chapter.title,
    word = chapter.number == '0' and 'the preface' or nil }
  if chapter.letter then target.word = 'appendix ' .. chapter.letter:upper() end
  number.name('ch', chapter.number or chapter.letter or chapter.page:gsub('%.html$', ''), target)
end

-- A paragraph that is nothing but `N`{.directive}, or its number.
local function directive_of(block)
  local one = #block.content == 1 and block.content[1]
  return one and one.t == 'Code' and one.classes:includes('directive') and tonumber(one.text)
end

local function caption(chapter, tbl)
  if #tbl.caption.long == 0 then return tbl end
  local inlines = tbl.caption.long[1].content
  local id = number.id(chapter, 'tbl-' .. ((chapter.counts or {}).tbl or 0) + 1)
  local label = number.next(chapter, 'tbl')
  local last = inlines[#inlines]
  local name = last.t == 'Str' and last.text:match('^{#tbl:([%w_-]+)}$')
  if name then
    inlines:remove()
    if inlines[#inlines].t == 'Space' then inlines:remove() end
    number.name('tbl', name, { chapter = chapter, id = id, number = label })
  end
  inlines:insert(1, pandoc.Space())
  inlines:insert(1, pandoc.Span(pandoc.Str('Table ' .. label), pandoc.Attr('', { 'label' })))
  tbl.identifier = id
  return tbl
end

-- Numbers everything in the order of the text, and puts in the directives.
local function expand(chapter)
  chapter.sections, chapter.exercises = {}, {}
  local function paragraph(block)
    local n = directive_of(block)
    if n then return directives.expand(chapter, n), false end
  end
  chapter.blocks = boxes.make(chapter.blocks):walk {
    traverse = 'topdown',
    Header = function(header)
      if header.level == 1 then
        faults.add(chapter.file, nil, 'a second `# ` heading: "' .. pandoc.utils.stringify(header.content) .. '"')
      end
      return number.heading(chapter, header)
    end,
    Para = paragraph,
    Plain = paragraph,
    Table = function(tbl) return caption(chapter, tbl) end,
    Div = function(div)
      local kind = div.classes[1]
      if kind and not boxes.known[kind] then
        faults.add(chapter.file, nil, '::: ' .. kind .. ' is no box (go, wrong, note, summary, questions, answer)')
      end
    end,
  }
  for _, one in ipairs(chapter.directives) do
    if not one.used then
      faults.add(chapter.file, one.line, '{{' .. one.name .. '}} must stand alone between blank lines')
    end
  end
end

-- A pipe table's columns are as wide as what they hold, not as in the source.
local function natural(tbl)
  for _, spec in ipairs(tbl.colspecs) do spec[2] = nil end
  return tbl
end

local function finish(chapter)
  chapter.blocks = chapter.blocks:walk {
    Inlines = number.resolver(chapter), CodeBlock = code.block, Code = code.inline,
    Table = natural }
end

local function unpresented()
  local missing = {}
  for _, one in pairs(directives.exercises) do
    if not one.presented then table.insert(missing, one) end
  end
  table.sort(missing, function(a, b) return a.number < b.number end)
  for _, one in ipairs(missing) do
    faults.add(one.readme, 1, 'no chapter presents this exercise: write {{exercise ' .. one.number .. '}}')
  end
end

local function read_chapters()
  local chapters = {}
  for _, name in ipairs(source.names('chapters', '%.md$')) do
    local chapter = source.chapter('chapters/' .. name)
    take_title(chapter)
    table.insert(chapters, chapter)
  end
  if #chapters == 0 then faults.add('chapters', nil, 'holds no chapter (0-preface.md …)') end
  return chapters
end

function Pandoc(doc)
  directives.exercises = exercise.all()
  local chapters = read_chapters()
  for _, chapter in ipairs(chapters) do expand(chapter) end
  for _, chapter in ipairs(chapters) do finish(chapter) end
  unpresented()
  local good = faults.none()
  if not good and os.getenv('BOOK_DRAFT') == '' then os.exit(1) end
  for i in ipairs(chapters) do page.chapter(chapters, i) end
  page.index(chapters)
  page.search(chapters)
  if not good then os.exit(1) end
  return doc
end
