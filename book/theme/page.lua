-- Pages: each chapter through the template, the index with the whole contents,
-- and the search index as a script (a page from file:// may not fetch data).

local code = require 'code'
local exercise = require 'exercise'
local faults = require 'faults'
local source = require 'source'
local page = {}

page.title = 'Four Cores, One Seat'
page.subtitle = 'An OpenMP workbook in C'

local function html(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), 'html5', pandoc.WriterOptions {
    html_math_method = 'mathml', section_divs = false, wrap_text = 'none' })
end

local function inline_html(inlines)
  return (html({ pandoc.Plain(inlines) }):gsub('%s+$', ''))
end

-- A heading for the lists, made once.
local function heading_html(section)
  section.html = section.html or inline_html(section.heading)
  return section.html
end

-- "3" before the title; appendices have letters.
local function mark(chapter)
  local number = chapter.number ~= '0' and chapter.number or chapter.letter and chapter.letter:upper()
  return number and '<span class="number">' .. number .. '</span> ' or ''
end

-- The sections as a list of links. For the index: with the page, and without
-- what every chapter has.
local function sections(chapter, for_index)
  local items = {}
  for _, section in ipairs(chapter.sections) do
    local number = section.number and '<span class="number">' .. section.number .. '</span> ' or ''
    if not (for_index and (section.id == 'summary' or section.id == 'questions')) then
      table.insert(items, '<li><a href="' .. (for_index and chapter.page or '') .. '#' .. section.id .. '">'
        .. number .. heading_html(section) .. '</a></li>')
    end
  end
  return #items > 0 and '<ol>' .. table.concat(items, '\n') .. '</ol>' or ''
end

-- The list in the sidebar; the open chapter shows its sections.
local function contents(chapters, open)
  local items = { '<li><a href="index.html"' .. (open and '' or ' aria-current="page"') .. '>Contents</a></li>' }
  for _, chapter in ipairs(chapters) do
    local here = chapter == open
    table.insert(items, '<li><a href="' .. chapter.page .. '"' .. (here and ' aria-current="page"' or '') .. '>'
      .. mark(chapter) .. code.escape(chapter.title) .. '</a>' .. (here and sections(chapter) or '') .. '</li>')
  end
  return '<ol>' .. table.concat(items, '\n') .. '</ol>'
end

local function neighbour(chapter)
  return chapter and { url = chapter.page, title = mark(chapter) .. code.escape(chapter.title) } or nil
end

local template
local function fill(name, variables)
  template = template or pandoc.template.compile(source.slurp(os.getenv('BOOK_THEME') .. '/page.html'))
  variables.book = page.title
  local text = pandoc.write(pandoc.Pandoc {}, 'html5', pandoc.WriterOptions {
    template = template, variables = variables })
  local file = assert(io.open(os.getenv('BOOK_NEW') .. '/' .. name, 'wb'))
  file:write(text)
  file:close()
end

-- pandoc 2.17 marks notes with a role that no longer exists; a wide table gets
-- its own scroll bar; an empty corner of a table is no heading; a heading that begins
-- a box keeps its id, which pandoc gives to the box.
local function mend(body)
  return (body:gsub(' role="doc%-endnote"', ''):gsub('<table', '<div class="table" tabindex="0"><table')
    :gsub('</table>', '</table></div>'):gsub('<th([^>]*)></th>', '<td%1></td>')
    :gsub('<section id="([^"]+)" (class="[^"]*")>(%s*)<h2', '<section %2>%3<h2 id="%1"'))
end

local function exercises_here(chapter)
  if #chapter.exercises == 0 then return '' end
  local items = {}
  for _, one in ipairs(chapter.exercises) do
    table.insert(items, '<li><a href="' .. chapter.page .. '#' .. one.id .. '"><span class="number">' .. one.number
      .. '</span> ' .. inline_html(pandoc.read(one.title, source.format).blocks[1].content) .. '</a> '
      .. exercise.stars(one.stars) .. '</li>')
  end
  return '<ul class="exercises">' .. table.concat(items, '\n') .. '</ul>'
end

local function chapter_label(chapter)
  if chapter.letter then return 'Appendix ' .. chapter.letter:upper() end
  if chapter.number and chapter.number ~= '0' then return 'Chapter ' .. chapter.number end
end

function page.chapter(chapters, i)
  local chapter = chapters[i]
  local body = mend(html(chapter.blocks))
  chapter.body = body
  fill(chapter.page, {
    pagetitle = code.escape(chapter.title) .. ' · ' .. page.title,
    label = chapter_label(chapter),
    heading = inline_html(chapter.heading),
    contents = contents(chapters, chapter),
    body = body,
    prev = neighbour(chapters[i - 1]) or { url = 'index.html', title = 'Contents' },
    next = neighbour(chapters[i + 1]),
  })
end

function page.index(chapters)
  local items = {}
  for _, chapter in ipairs(chapters) do
    table.insert(items, '<li><h2><a href="' .. chapter.page .. '">' .. mark(chapter) .. code.escape(chapter.title)
      .. '</a></h2>' .. sections(chapter, true) .. exercises_here(chapter) .. '</li>')
  end
  local cover = source.slurp(os.getenv('BOOK_THEME') .. '/cover.svg')
  fill('index.html', {
    pagetitle = page.title,
    cover = cover,
    heading = page.title,
    subtitle = page.subtitle,
    contents = contents(chapters),
    body = '<ol class="chapters">' .. table.concat(items, '\n') .. '</ol>',
    next = neighbour(chapters[1]),
  })
end

local function json(text)
  return '"' .. text:gsub('[%c"\\<]', function(c) return string.format('\\u%04x', c:byte()) end) .. '"'
end

-- The words of a piece of a page.
local function words(piece)
  piece = piece:gsub('<svg.-</svg>', ' '):gsub('<math.-</math>', ' ')
  piece = piece:gsub('</?(%a+)[^>]*>', function(tag)
    local inside = tag == 'span' or tag == 'code' or tag == 'em' or tag == 'strong' or tag == 'a' or tag == 'kbd'
    return inside and '' or ' '
  end)
  piece = piece:gsub('&(%a+);', { lt = '<', gt = '>', amp = '&', quot = '"' })
  return (piece:gsub('%s+', ' '):gsub('^ ', ''):gsub(' $', ''))
end

-- Where a piece starts (a heading with an id, or an exercise's box), and where
-- its text does.
local function starts(body)
  local list = {}
  for at, id, title, from in body:gmatch('()<h[23] [^>]-id="([^"]+)"[^>]*>(.-)</h[23]>()') do
    table.insert(list, { at = at, from = from, id = id, title = words(title) })
  end
  for at, id in body:gmatch('()<div id="(ex%-%d%d)" class="exercise">') do
    local title, from = body:match('<h3[^>]*>(.-)</h3>()', at)
    table.insert(list, { at = at, from = from, id = id, title = 'Exercise ' .. id:sub(4) .. ': ' .. words(title) })
  end
  table.sort(list, function(a, b) return a.at < b.at end)
  return list
end

-- search-index.js: one entry a section or exercise.
function page.search(chapters)
  local entries = {}
  local function add(chapter, id, title, piece)
    table.insert(entries, '{u:' .. json(chapter.page .. (id and '#' .. id or '')) .. ',c:' .. json(chapter.title)
      .. ',t:' .. json(title) .. ',x:' .. json(words(piece)) .. '}')
  end
  for _, chapter in ipairs(chapters) do
    local list = starts(chapter.body)
    add(chapter, nil, chapter.title, chapter.body:sub(1, list[1] and list[1].at - 1 or -1))
    for i, start in ipairs(list) do
      add(chapter, start.id, start.title, chapter.body:sub(start.from, list[i + 1] and list[i + 1].at - 1 or -1))
    end
  end
  local file = assert(io.open(os.getenv('BOOK_NEW') .. '/search-index.js', 'wb'))
  file:write('/* Generated by book/theme. */\nwindow.bookIndex = [\n', table.concat(entries, ',\n'), '\n];\n')
  file:close()
end

page.faults = faults
return page
