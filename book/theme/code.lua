-- Code as HTML: pandoc's highlighting, without its ids and empty links; line
-- numbers, where there are any, are those of the file and are drawn by the style.

local code = {}

function code.escape(text)
  return (text:gsub('[&<>"]', { ['&'] = '&amp;', ['<'] = '&lt;', ['>'] = '&gt;', ['"'] = '&quot;' }))
end

local function highlighted(language, text)
  local block = pandoc.CodeBlock(text, pandoc.Attr('', { language }))
  local html = pandoc.write(pandoc.Pandoc { block }, 'html5', PANDOC_WRITER_OPTIONS)
  local lines = {}
  local body = html:match('<code[^>]*>(.*)</code>') or code.escape(text)
  body = body:gsub('<span id="[^"]*"><a href="[^"]*"[^>]*></a>', '\1')
  for line in (body .. '\n'):gmatch('(.-)\n') do
    local rest, found = line:gsub('^\1', '')
    if found == 1 then rest = rest:gsub('</span>$', '') end
    table.insert(lines, rest)
  end
  return lines
end

local function plain(text)
  local lines = {}
  for line in (text .. '\n'):gmatch('(.-)\n') do table.insert(lines, code.escape(line)) end
  return lines
end

local highlights = { c = true, go = true, lua = true, makefile = true }

-- language: "c", "text" …; numbers: the line number of each line, or nil.
function code.html(language, text, numbers)
  local lines = highlights[language] and highlighted(language, text) or plain(text)
  if numbers then
    for i, line in ipairs(lines) do
      lines[i] = '<span class="line" data-line="' .. (numbers[i] or '') .. '">' .. line .. '</span>'
    end
  end
  local class = 'code' .. (language ~= '' and ' ' .. language or '') .. (numbers and ' numbered' or '')
  return '<pre class="' .. class .. '" tabindex="0"><code>' .. table.concat(lines, '\n') .. '</code></pre>'
end

-- A terminal: lines that start with "$ " are what the reader types.
function code.terminal(text)
  local lines = plain(text)
  for i, line in ipairs(lines) do
    if line:match('^%$ ') then
      lines[i] = '<span class="prompt">$ </span><kbd>' .. line:sub(3) .. '</kbd>'
    end
  end
  return '<pre class="code terminal" tabindex="0"><code>' .. table.concat(lines, '\n') .. '</code></pre>'
end

function code.block(block)
  local language = block.classes[1] or ''
  local text = block.text
  if language == 'console' or (language ~= 'c' and text:match('^%$ ')) then
    return pandoc.RawBlock('html', code.terminal(text))
  end
  return pandoc.RawBlock('html', code.html(language, text))
end

-- On a phone too a short piece stays whole: no break after a hyphen.
function code.inline(piece)
  if #piece.text <= 18 and piece.text:find('%-') then piece.classes:insert('whole') end
  return piece
end

return code
