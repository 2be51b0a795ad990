-- What a provider reports; only forward moves are kept. Needs no fencing number.
-- KEYS: ledger, counts. ARGV: field, to, reason
local text = redis.call('HGET', KEYS[1], ARGV[1])
if not text then
  return { 'held', '0' }
end
local from = parse(text).state
local open = from == STATE_SENDING or from == 'UNKNOWN'
if not (open or from == 'SENT' and ARGV[2] ~= 'SENT') then
  return { 'held', '0' }
end
local lines = mover(KEYS[1], KEYS[2])
lines.move(ARGV[1], from, ARGV[2], '', '1', ARGV[3])
return { 'held', tostring(lines.write()) }
