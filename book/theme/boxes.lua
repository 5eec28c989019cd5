-- The boxes of a chapter:
--
--   ::: go         "In Go": the Go construct and its OpenMP counterpart
--   ::: wrong      "What can go wrong"
--   ::: note       beside the thread of the text; begins with its own heading
--   ::: summary    "Summary"
--   ::: questions  "Questions": numbered items, each with an indented ::: answer
--
-- A box that begins with a heading takes that as its title.

local boxes = {}

local titles = { go = 'In Go', wrong = 'What can go wrong', note = 'Note', summary = 'Summary', questions = 'Questions' }
local section = { summary = true, questions = true }

local function answer(div)
  local all = pandoc.Blocks { pandoc.RawBlock('html', '<details class="answer"><summary>Answer</summary>') }
  all:extend(div.content)
  all:insert(pandoc.RawBlock('html', '</details>'))
  return all
end

-- A note beside the text: title and content.
local function note(kind, div)
  local title = pandoc.Inlines { pandoc.Str(titles[kind]) }
  local first = div.content[1]
  if first and first.t == 'Header' then
    title = first.content
    div.content:remove(1)
  end
  div.content:insert(1, pandoc.Div(pandoc.Plain(title), pandoc.Attr('', { 'box-title' })))
  return pandoc.Div(div.content, pandoc.Attr(div.identifier, { 'box', kind },
    { { 'role', 'note' }, { 'aria-label', pandoc.utils.stringify(title) } }))
end

-- A part of the chapter with its own heading, unless one stands there already.
local function part(kind, div, headed)
  local first = div.content[1]
  if not headed and not (first and first.t == 'Header') then
    div.content:insert(1, pandoc.Header(2, pandoc.Str(titles[kind]), pandoc.Attr(kind, { 'unnumbered' })))
  end
  return pandoc.Div(div.content, pandoc.Attr(div.identifier, { 'box', kind }))
end

-- Questions and their answers, wherever they stand.
local function answers(blocks)
  return blocks:walk {
    Div = function(div)
      if div.classes:includes('answer') then return answer(div) end
    end,
  }
end

function boxes.make(blocks)
  local out = pandoc.Blocks {}
  for i, block in ipairs(blocks) do
    local kind = block.t == 'Div' and block.classes[1]
    if kind and section[kind] then
      local before = blocks[i - 1]
      out:insert(part(kind, block, before and before.t == 'Header'))
    elseif kind and titles[kind] then
      out:insert(note(kind, block))
    else
      out:insert(block)
    end
  end
  return answers(out)
end

-- Names that a ::: may carry.
boxes.known = { go = true, wrong = true, note = true, summary = true, questions = true, answer = true,
  box = true, ['box-title'] = true }

return boxes
