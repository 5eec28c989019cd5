-- Recorded runs: what the book prints is what the program printed. A run is
-- repeated only when the command, a source that it names or a tool has changed.

local source = require 'source'
local record = {}

local kept = 'build/book/recorded/'

local function quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

local function quoted(words)
  local list = {}
  for _, word in ipairs(words) do table.insert(list, quote(word)) end
  return table.concat(list, ' ')
end

-- As a reader would type it.
local function typed(words)
  local list = {}
  for _, word in ipairs(words) do
    table.insert(list, word:match('^[%w_%-%./=:,+@%%]+$') and word or quote(word))
  end
  return table.concat(list, ' ')
end

local environment = 'LC_ALL=C.UTF-8 COLUMNS=72 NO_COLOR=1 OMP_NUM_THREADS=4 TERM=dumb '

-- Each tool: where it is, which exit codes are answers, and what its answer depends on.
local tools = {
  interleave = { path = 'build/interleave', answers = { [0] = true, [1] = true, [3] = true },
    sum = 'BOOK_SUM_INTERLEAVE' },
  grade = { path = 'build/grade', answers = { [0] = true, [1] = true }, sum = 'BOOK_SUM_GRADE' },
}

local not_built = ' is not built: `make` builds it'

local function contents(words)
  local all = {}
  for _, word in ipairs(words) do
    if word:match('%.[ch]$') then
      table.insert(all, source.slurp(word) or '')
    end
  end
  return table.concat(all, '\0')
end

local function missing_program(words)
  for _, word in ipairs(words) do
    if word:match('%.c$') and not source.slurp(word) then return word end
  end
end

-- Runs a shell command; returns its output and exit code.
local function run(command)
  local pipe = io.popen(environment .. command .. ' 2>&1', 'r')
  local output = pipe:read('a')
  local _, how, status = pipe:close()
  return output, how == 'exit' and status or 128 + status
end

-- The file kept for this key, made by make(path) when it is not there. make
-- returns nil, or what went wrong.
local function remembered(key, kind, make)
  local path = kept .. pandoc.utils.sha1(key) .. kind
  local text = source.slurp(path)
  if text then return text end
  local wrong = make(path .. '.new')
  if wrong then return nil, wrong end
  os.rename(path .. '.new', path)
  return source.slurp(path)
end

local function write(path, text)
  local file = assert(io.open(path, 'wb'))
  file:write(text)
  file:close()
end

local function clean(output)
  output = output:gsub('\27%[[%d;]*m', ''):gsub('[ \t]+\n', '\n'):gsub('%s+$', '')
  return output
end

local function tell(words, status, output)
  return '`' .. typed(words) .. '` ended with ' .. status .. ':\n    ' .. clean(output):gsub('\n', '\n    ')
end

-- Our own tool at work.
local function tool_output(tool, words)
  if not source.slurp(tool.path) then return nil, tool.path .. not_built end
  local key = table.concat(words, '\0') .. '\0' .. os.getenv(tool.sum) .. contents(words)
  return remembered(key, '.txt', function(path)
    local rest = { table.unpack(words, 2) }
    local output, status = run(tool.path .. ' ' .. quoted(rest))
    if not tool.answers[status] then return tell(words, status, output) end
    write(path, '$ ' .. tool.path .. ' ' .. typed(rest) .. '\n' .. clean(output) .. '\n')
  end)
end

-- A program of the book, compiled as a reader would and run on real threads: for
-- programs whose output does not depend on the schedule.
local function program_output(words)
  local program = words[2]
  if not program then return nil, '`run` needs a program' end
  program = program:gsub('%.c$', '') .. '.c'
  local text = source.slurp(program)
  if not text then return nil, 'there is no file ' .. program end
  local name = program:match('([^/]+)%.c$')
  local key = 'run\0' .. table.concat(words, '\0') .. os.getenv('BOOK_SUM_INTERLEAVE') .. text
  return remembered(key, '.txt', function(path)
    local binary = kept .. name
    local compiler = 'gcc -std=c17 -Wall -Wextra -Werror -fopenmp -o ' .. quote(binary) .. ' ' .. quote(program)
    local output, status = run(compiler)
    if status ~= 0 then return tell(words, status, output) end
    output, status = run('timeout 20 ' .. quote(binary) .. ' ' .. quoted { table.unpack(words, 3) })
    os.remove(binary)
    if status ~= 0 then return tell(words, status, output) end
    local arguments = #words > 2 and ' ' .. typed { table.unpack(words, 3) } or ''
    local option = text:find('#pragma omp', 1, true) and '-fopenmp ' or ''
    write(path, '$ gcc ' .. option .. '-o ' .. name .. ' ' .. program .. '\n$ ./' .. name .. arguments .. '\n'
      .. clean(output) .. '\n')
  end)
end

-- A command typed in a copy of a folder, with our tools at hand: programs of
-- several files, and what make does with them.
local function session_output(words)
  local folder, command = words[2], words[3]
  if #words ~= 3 then return nil, 'write {{output session FOLDER "command"}}' end
  if not source.slurp(tools.interleave.path) then return nil, tools.interleave.path .. not_built end
  local names = source.names(folder, '.')
  if #names == 0 then return nil, folder .. ' holds no file' end
  local key = table.concat(words, '\0') .. '\0' .. os.getenv(tools.interleave.sum)
  for _, name in ipairs(names) do key = key .. '\0' .. (source.slurp(folder .. '/' .. name) or '') end
  return remembered(key, '.txt', function(path)
    local copy = path .. '.folder'
    local output, status = run('rm -rf ' .. quote(copy) .. ' && cp -R ' .. quote(folder) .. ' ' .. quote(copy)
      .. ' && PATH="$PWD/build:$PATH" timeout 120 env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL sh -c ' .. quote('cd ' .. quote(copy) .. ' && { ' .. command .. '; }'))
    os.execute('rm -rf ' .. quote(copy))
    if status ~= 0 and status > 3 then return tell(words, status, output) end
    local here = io.popen('pwd'):read('l') .. '/' .. copy
    output = output:gsub(here:gsub('%p', '%%%0') .. '/', '')
    write(path, '$ ' .. command .. '\n' .. clean(output) .. '\n')
  end)
end

-- The text block of {{output …}}, or nil and what is wrong.
function record.output(words)
  local wrong = missing_program(words)
  if wrong then return nil, 'there is no file ' .. wrong end
  if words[1] == 'run' then return program_output(words) end
  if words[1] == 'session' then return session_output(words) end
  local tool = tools[words[1]]
  if not tool then
    return nil, 'output knows interleave, grade, run and session, not "' .. tostring(words[1]) .. '"'
  end
  return tool_output(tool, words)
end

local verbs = { lanes = 'replay', gantt = 'cores', timeline = 'cores' }

-- The drawing of {{figure KIND …}} as an <svg> element, or nil and what is wrong.
function record.figure(kind, words)
  local wrong = missing_program(words)
  if wrong then return nil, 'there is no file ' .. wrong end
  if not verbs[kind] then return nil, 'a figure is lanes, gantt or timeline, not ' .. kind end
  if not source.slurp(tools.interleave.path) then return nil, tools.interleave.path .. not_built end
  local command = { 'build/interleave' }
  if words[1] ~= verbs[kind] then table.insert(command, verbs[kind]) end
  for _, word in ipairs(words) do table.insert(command, word) end
  local key = table.concat(command, '\0') .. os.getenv('BOOK_SUM_INTERLEAVE') .. contents(words)
  local svg, why = remembered(key, '.svg', function(path)
    local output, status = run(quoted(command) .. ' --svg ' .. quote(path))
    if not tools.interleave.answers[status] then return tell(command, status, output) end
    if not (source.slurp(path) or ''):match('<svg') then
      return tell(command, status, output) .. '\n    and drew nothing'
    end
  end)
  if not svg then return nil, why end
  return svg:match('<svg.*</svg>')
end

return record
