-- Numbers and references. Chapters are read in order; every section, figure,
-- listing, table and exercise gets its number and its place, and afterwards
-- `@fig:id`, `@lst:region`, `@ex:42`, `@sec:slug`, `@ch:3`, `@tbl:id` become links.
--
-- A name is looked for in its own chapter first. Where two listings there show
-- regions of one name, `@lst:file-region` (the file's name without .c) tells them apart.

local faults = require 'faults'
local number = {}

local labels = { fig = {}, lst = {}, ex = {}, sec = {}, ch = {}, tbl = {} }
local words = { fig = 'figure', lst = 'listing', ex = 'exercise', sec = 'section', ch = 'chapter', tbl = 'table' }

-- One place may have more than one name.
function number.name(kind, name, target)
  labels[kind][name] = labels[kind][name] or {}
  table.insert(labels[kind][name], target)
end

-- The next number of a kind in a chapter: "3.2".
function number.next(chapter, kind)
  chapter.counts = chapter.counts or {}
  chapter.counts[kind] = (chapter.counts[kind] or 0) + 1
  return (chapter.number or (chapter.letter or ''):upper()) .. '.' .. chapter.counts[kind]
end

-- An id that the page does not have yet; html ids are without ':'.
function number.id(chapter, wanted)
  chapter.ids = chapter.ids or {}
  local id, n = wanted, 1
  while chapter.ids[id] do
    n = n + 1
    id = wanted .. '-' .. n
  end
  chapter.ids[id] = true
  return id
end

-- Numbers a heading of level 2; remembers it for the contents.
function number.heading(chapter, header)
  if header.identifier ~= '' then
    header.identifier = number.id(chapter, header.identifier)
  end
  local target = { chapter = chapter, id = header.identifier, title = pandoc.utils.stringify(header.content) }
  if header.level == 2 then
    target.heading = header.content:clone()
    local counted = chapter.number and chapter.number ~= '0' or chapter.letter
    if counted and not header.classes:includes('unnumbered') then
      target.number = number.next(chapter, 'sec')
      header.content:insert(1, pandoc.Space())
      header.content:insert(1, pandoc.Span(pandoc.Str(target.number), pandoc.Attr('', { 'number' })))
    end
    table.insert(chapter.sections, target)
  end
  header.classes = header.classes:filter(function(class) return class ~= 'unnumbered' end)
  if target.id ~= '' then number.name('sec', target.id, target) end
  return header
end

local function find(chapter, key)
  local kind, name = key:match('^(%a+):(.+)$')
  kind = kind and kind:lower()
  local all = labels[kind][name] or {}
  local here = {}
  for _, target in ipairs(all) do
    if target.chapter == chapter then table.insert(here, target) end
  end
  if #here == 1 then return kind, here[1] end
  if #here == 0 and #all == 1 then return kind, all[1] end
  local place = chapter.places[key]
  if #all == 0 then
    return kind, nil, faults.add(chapter.file, place, '@' .. key .. ' refers to nothing')
  end
  return kind, nil, faults.add(chapter.file, place, '@' .. key .. ' is one of ' .. #all .. ': '
    .. (kind == 'lst' and 'write @lst:FILE-REGION' or 'give each its own name'))
end

local function capital(word)
  return word:sub(1, 1):upper() .. word:sub(2)
end

-- Does a sentence start after these inlines?
local function at_start(before)
  for i = #before, 1, -1 do
    local one = before[i]
    if one.t == 'Str' then return one.text:match('[%.!?][%)”"]*$') ~= nil end
    if one.t ~= 'Space' and one.t ~= 'SoftBreak' then return false end
  end
  return true
end

-- Is the word before this the kind itself ("in exercise @ex:42")?
local function said(before, word)
  local last = before[#before]
  local one = before[#before - 1]
  return last and (last.t == 'Space' or last.t == 'SoftBreak') and one and one.t == 'Str'
    and one.text:lower():match('%a+$') == word
end

local function link(chapter, key, before)
  local kind, target, fault = find(chapter, key)
  if not target then
    return pandoc.Span(pandoc.Str(fault), pandoc.Attr('', { 'fault' }))
  end
  local url = target.chapter == chapter and '#' .. target.id
    or target.chapter.page .. (target.id ~= '' and '#' .. target.id or '')
  local text
  if not target.number then
    text = '“' .. target.title .. '”'
  elseif target.word then
    text = at_start(before) and capital(target.word) or target.word
  elseif said(before, words[kind]) then
    text = target.number
  else
    text = (at_start(before) and capital(words[kind]) or words[kind]) .. '\u{a0}' .. target.number
  end
  return pandoc.Link(pandoc.Str(text), url, '', pandoc.Attr('', { 'ref' }))
end

local function has_reference(list)
  for _, inline in ipairs(list) do
    if inline.t == 'Cite' then return true end
  end
  return false
end

-- The list with its references as links; nil when it has none.
local function resolve_list(chapter, list)
  if not has_reference(list) then return nil end
  local out = pandoc.Inlines {}
  for _, inline in ipairs(list) do
    if inline.t == 'Cite' then
      for i, citation in ipairs(inline.citations) do
        local kind = citation.id:match('^(%a+):')
        if i > 1 then out:extend { pandoc.Str(','), pandoc.Space() } end
        if kind and labels[kind:lower()] then
          out:insert(link(chapter, citation.id, out))
        else
          faults.add(chapter.file, chapter.places[citation.id],
            '@' .. citation.id .. ' is no reference (fig, lst, ex, sec, ch, tbl); write \\@ for the sign itself')
          out:extend(inline.content)
        end
      end
    else
      out:insert(inline)
    end
  end
  return out
end

-- For a walk: turns every reference of a chapter into a link.
function number.resolver(chapter)
  return function(list) return resolve_list(chapter, list) end
end

return number
