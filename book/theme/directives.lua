-- What stands where a directive stood: a listing, an output, a figure, an exercise.

local source = require 'source'
local listing = require 'listing'
local record = require 'record'
local exercise = require 'exercise'
local code = require 'code'
local number = require 'number'
local faults = require 'faults'
local directives = {}

local function raw(html) return pandoc.RawBlock('html', html) end

-- <figure>: label and caption, then the thing itself; or below it.
local function figure(class, id, label, caption, aside, html, caption_first)
  local words = pandoc.Blocks {
    raw('<figcaption><span class="label">' .. label .. '</span> '),
    pandoc.Plain(caption),
    raw(aside .. '</figcaption>'),
  }
  local all = pandoc.Blocks { raw('<figure class="' .. class .. '" id="' .. id .. '">') }
  if caption_first then all:extend(words) end
  all:insert(raw(html))
  if not caption_first then all:extend(words) end
  all:insert(raw('</figure>'))
  return all
end

local function ending(text)
  return text:match('[%.!?]$') and text or text .. '.'
end

function directives.listing(chapter, words, line)
  local path, region, caption = words[1], words[2], words[3]
  if #words ~= 3 then return nil, 'write {{listing FILE REGION "Caption"}}' end
  local text, numbers = listing.region(path, region)
  if not text then return nil, numbers end
  local stem = path:match('([^/]+)%.[^/.]+$') or path
  local language = path:match('%.([ch])$') and 'c' or path:match('%.(%a+)$') or ''
  local id = number.id(chapter, 'lst-' .. stem .. (region ~= '*' and '-' .. region or ''))
  local target = { chapter = chapter, id = id, number = number.next(chapter, 'lst') }
  if region ~= '*' then number.name('lst', region, target) end
  number.name('lst', region ~= '*' and stem .. '-' .. region or stem, target)
  local aside = ' <a class="path" href="../../' .. path .. '"><code>' .. path .. '</code></a>'
  return figure('listing', id, 'Listing ' .. target.number, source.inlines(chapter.file, line, ending(caption)),
    aside, code.html(language, text, numbers), true)
end

function directives.output(_, words)
  local text, wrong = record.output(words)
  if not text then return nil, wrong end
  return pandoc.Blocks { raw(code.terminal((text:gsub('\n$', '')))) }
end

-- A drawing in a page: its title is the caption, it says how wide it was drawn,
-- and its ids get the figure's name in front, for a page holds many drawings.
local function in_page(svg, prefix, caption)
  svg = svg:gsub('(<title[^>]*>).-(</title>)', function(open, close)
    return open .. code.escape(pandoc.utils.stringify(caption)) .. close
  end, 1)
  local width = svg:match('<svg[^>]-%swidth="([%d%.]+)"')
  if width then svg = svg:gsub('<svg', '<svg style="--width: ' .. width .. 'px"', 1) end
  svg = svg:gsub('(%sid=")([^"]+)"', '%1' .. prefix .. '-%2"')
  svg = svg:gsub('url%(#([^)]+)%)', 'url(#' .. prefix .. '-%1)')
  svg = svg:gsub('(href=")#([^"]+)"', '%1#' .. prefix .. '-%2"')
  return (svg:gsub('(aria%-%a+by=")([^"]+)"', function(head, ids)
    return head .. ids:gsub('%S+', prefix .. '-%0') .. '"'
  end))
end

function directives.figure(chapter, words, line)
  if #words < 4 then return nil, 'write {{figure KIND ID "Caption" ARGUMENTS…}}' end
  local kind, name, caption = words[1], words[2], words[3]
  local id = number.id(chapter, 'fig-' .. name)
  local target = { chapter = chapter, id = id, number = number.next(chapter, 'fig') }
  number.name('fig', name, target)
  local svg, wrong = record.figure(kind, { table.unpack(words, 4) })
  if not svg then return nil, wrong end
  local inlines = source.inlines(chapter.file, line, ending(caption))
  local html = '<div class="drawing" tabindex="0">' .. in_page(svg, id, inlines) .. '</div>'
  return figure('figure ' .. kind, id, 'Figure ' .. target.number, inlines, '', html, false)
end

function directives.exercise(chapter, words, line)
  local one = directives.exercises[words[1] or '']
  if #words ~= 1 or not one then
    return nil, 'there is no exercise ' .. tostring(words[1]) .. ' in exercises/'
  end
  if one.presented then return nil, 'exercise ' .. one.number .. ' stands already at ' .. one.presented end
  if chapter.number and one.number:sub(1, 1) ~= chapter.number then
    return nil, 'exercise ' .. one.number .. ' belongs to chapter ' .. one.number:sub(1, 1)
  end
  one.presented = chapter.file .. ':' .. line
  one.chapter = chapter
  number.id(chapter, one.id)
  number.name('ex', one.number, { chapter = chapter, id = one.id, number = one.number })
  table.insert(chapter.exercises, one)
  return pandoc.Blocks { exercise.box(one) }
end

local known = { listing = true, output = true, figure = true, exercise = true }

-- The blocks of a chapter's directive number n.
function directives.expand(chapter, n)
  local one = chapter.directives[n]
  one.used = true
  if not known[one.name] then
    local names = 'listing, output, figure, exercise'
    return pandoc.Blocks { faults.block(chapter.file, one.line, '{{' .. one.name .. '}} is not one of ' .. names) }
  end
  local blocks, wrong = directives[one.name](chapter, one.words, one.line)
  if blocks then return blocks end
  local tool = wrong:match('^(build/%S+) is not built')
  if tool then return pandoc.Blocks { faults.block(tool, nil, wrong) } end -- said once
  return pandoc.Blocks { faults.block(chapter.file, one.line, wrong) }
end

return directives
