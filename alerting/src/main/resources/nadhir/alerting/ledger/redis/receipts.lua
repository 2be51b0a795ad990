-- What providers report; only forward moves are kept. Needs no fencing number.
-- KEYS: ledger and counts of each. ARGV: field, to, reason of each
local moved = 0
for i = 0, #KEYS / 2 - 1 do
  local ledger, counts = KEYS[2 * i + 1], KEYS[2 * i + 2]
  local field, to, reason = ARGV[3 * i + 1], ARGV[3 * i + 2], ARGV[3 * i + 3]
  local text = redis.call('HGET', ledger, field)
  local from = text and parse(text).state or ''
  local open = from == STATE_SENDING or from == 'UNKNOWN'
  if open or from == 'SENT' and to ~= 'SENT' then
    local lines = mover(ledger, counts)
    lines.move(field, from, to, '', '1', reason)
    moved = moved + lines.write()
  end
end
return { 'held', tostring(moved) }
