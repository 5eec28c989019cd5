-- Exercises as the book shows them. Title, task and hints come from the README,
-- stars from the check, the files from the folders: nothing is written twice.

local source = require 'source'
local code = require 'code'
local faults = require 'faults'
local exercise = {}

local star = '<svg viewBox="0 0 20 20" aria-hidden="true">'
  .. '<path d="M10 1.6l2.6 5.4 5.9.8-4.3 4.1 1.1 5.9-5.3-2.9-5.3 2.9 1.1-5.9L1.5 7.8l5.9-.8z"/></svg>'

function exercise.stars(count)
  if not count then return '' end
  local words = count == 1 and '1 star' or count .. ' stars'
  return '<span class="stars" role="img" aria-label="' .. words .. ' of 4" title="' .. words .. ' of 4">'
    .. star:rep(count) .. '</span>'
end

-- All exercises of the tree: number → { number, folder, title, stars }.
function exercise.all()
  local all = {}
  for _, folder in ipairs(source.names('exercises', '^%d%d%-')) do
    local number = folder:sub(1, 2)
    local readme = 'exercises/' .. folder .. '/README.md'
    local text = source.slurp(readme)
    local check = source.slurp('tests/exercises/' .. folder .. '/check.c')
    local title = text and text:match('^#%s+([^\n]-)%s*\n')
    if not text then
      faults.add(readme, nil, 'the exercise has no README')
    elseif not title then
      faults.add(readme, 1, 'the first line is not `# Title`')
    end
    local stars = check and tonumber(check:match('%.stars%s*=%s*(%d)'))
    if not stars then
      faults.add('tests/exercises/' .. folder .. '/check.c', nil, 'says no .stars')
    end
    all[number] = { number = number, folder = folder, title = title or folder, stars = stars,
      readme = readme, text = text or '', id = 'ex-' .. number }
  end
  return all
end

local function hint_details(name, blocks)
  local all = pandoc.Blocks { pandoc.RawBlock('html', '<details class="hint"><summary>' .. name .. '</summary>') }
  all:extend(blocks)
  all:insert(pandoc.RawBlock('html', '</details>'))
  return all
end

-- Headings of a README become small headings of the box, without ids.
local function small(block)
  block.level = 4
  block.attr = pandoc.Attr('', { 'unnumbered' })
  return block
end

-- The README's blocks, without its title: task, then each hint folded.
local function body(one)
  local doc = source.parse(one.readme, one.text, source.format .. '-citations-tex_math_dollars')
  local blocks, hints, open = pandoc.Blocks {}, pandoc.Blocks {}, nil
  for i, block in ipairs(doc.blocks) do
    local heading = block.t == 'Header' and pandoc.utils.stringify(block.content)
    if heading and heading:match('^Hint %d') then
      if open then hints:extend(hint_details(open.name, open.blocks)) end
      open = { name = heading, blocks = pandoc.Blocks {} }
    elseif i > 1 or block.t ~= 'Header' then
      local kept = block.t == 'Header' and small(block) or block
      if open then open.blocks:insert(kept) else blocks:insert(kept) end
    end
  end
  if open then hints:extend(hint_details(open.name, open.blocks)) end
  return blocks, hints
end

local function file_link(path, shown)
  return '<a href="../../' .. path .. '"><code>' .. (shown or path) .. '</code></a>'
end

local function footer(one)
  local name = one.folder:sub(4):gsub('%-', '_')
  local folder = 'exercises/' .. one.folder .. '/'
  local header = source.slurp(folder .. name .. '.h')
  return pandoc.RawBlock('html', '<footer><p><span>Edit ' .. file_link(folder .. name .. '.c') .. '</span>'
    .. (header and ' <span>The contract: ' .. file_link(folder .. name .. '.h', name .. '.h') .. '</span>' or '')
    .. ' <span>Check it: <kbd>make grade EX=' .. one.number .. '</kbd></span></p></footer>')
end

-- The box. The title keeps its Markdown (code, emphasis).
function exercise.box(one)
  local title = source.parse(one.readme, one.title, source.format).blocks[1]
  local blocks, hints = body(one)
  local all = pandoc.Blocks {
    pandoc.RawBlock('html', '<p class="exercise-number">Exercise ' .. one.number .. ' '
      .. exercise.stars(one.stars) .. '</p>'),
    pandoc.Header(3, title and title.content or {}, pandoc.Attr('', { 'unnumbered' })),
  }
  all:extend(blocks)
  all:extend(hints)
  all:insert(footer(one))
  return pandoc.Div(all, pandoc.Attr(one.id, { 'exercise' }))
end

exercise.escape = code.escape
return exercise
