-- A partition's answer, with its lines and blocks.
-- KEYS: fence, revisions of the alert, audience, ledger, counts, then the streams
-- ARGV: fence, revision, audience, audience when superseded, number of lines,
--       then field and value of each line, then number of the stream and text of each block
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
if redis.call('EXISTS', KEYS[3]) == 1 then
  return { 'held', 'REPEATED' }
end
local latest = tonumber(redis.call('HGET', KEYS[2], 'latest') or '0')
local superseded = latest > tonumber(ARGV[2])
local lines = mover(KEYS[4], KEYS[5])
local count = tonumber(ARGV[5])
for i = 0, count - 1 do
  local field, text = ARGV[6 + 2 * i], ARGV[7 + 2 * i]
  if superseded then
    text = value('SUPPRESSED', '', '0', 'superseded')
  end
  lines.add(field, text)
end
lines.write()
redis.call('SET', KEYS[3], superseded and ARGV[4] or ARGV[3])
if superseded then
  return { 'held', 'SUPERSEDED' }
end
for i = 6 + 2 * count, #ARGV, 2 do
  redis.call('XADD', KEYS[5 + tonumber(ARGV[i])], '*', 'b', ARGV[i + 1])
end
return { 'held', 'WRITTEN' }
