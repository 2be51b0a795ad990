-- What a lost sender had begun with becomes unknown.
-- KEYS: fence, ledger, counts. ARGV: fence, then the fields of the block
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local lines = mover(KEYS[2], KEYS[3])
for i = 2, #ARGV do
  local text = redis.call('HGET', KEYS[2], ARGV[i])
  if text and parse(text).state == STATE_SENDING then
    lines.move(ARGV[i], STATE_SENDING, 'UNKNOWN', '', '1', 'left-behind')
  end
end
return { 'held', tostring(lines.write()) }
