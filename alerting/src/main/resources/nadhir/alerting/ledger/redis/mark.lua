-- Queued becomes sending under a token; after a Cancel, suppressed.
-- KEYS: fence, revisions of the alert, ledger, counts
-- ARGV: fence, revision, token, then the fields of the block
-- Reply: 1 when cancelled, then the positions (from 0) of what is sending under the token
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local cancel = tonumber(redis.call('HGET', KEYS[2], 'cancel') or '0')
local cancelled = cancel > tonumber(ARGV[2])
local token = ARGV[3]
local lines = mover(KEYS[3], KEYS[4])
local reply = { 'held', cancelled and '1' or '0' }
local texts = redis.call('HMGET', KEYS[3], unpack(ARGV, 4))
for i, text in ipairs(texts) do
  local field = ARGV[3 + i]
  local line = text and parse(text) or { state = '' }
  if line.state == 'QUEUED' and cancelled then
    lines.move(field, 'QUEUED', 'SUPPRESSED', '', '0', 'cancelled')
  elseif line.state == 'QUEUED' then
    lines.move(field, 'QUEUED', STATE_SENDING, token, '0', '')
    reply[#reply + 1] = tostring(i - 1)
  elseif line.state == STATE_SENDING and line.token == token then
    reply[#reply + 1] = tostring(i - 1)
  end
end
lines.write()
return reply
