-- How sending ended, for what is still sending under the token.
-- KEYS: fence, ledger, counts. ARGV: fence, token, then field, state, told, reason of each
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local lines = mover(KEYS[2], KEYS[3])
for i = 3, #ARGV, 4 do
  local text = redis.call('HGET', KEYS[2], ARGV[i])
  local line = text and parse(text) or { state = '' }
  if line.state == STATE_SENDING and line.token == ARGV[2] then
    lines.move(ARGV[i], STATE_SENDING, ARGV[i + 1], '', ARGV[i + 2], ARGV[i + 3])
  end
end
return { 'held', tostring(lines.write()) }
