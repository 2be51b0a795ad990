-- Turns all lines of a partition that are in one state into another.
-- KEYS: fence, ledger, counts. ARGV: fence, from, to, told, reason
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local lines = mover(KEYS[2], KEYS[3])
local all = redis.call('HGETALL', KEYS[2])
for i = 1, #all, 2 do
  if parse(all[i + 1]).state == ARGV[2] then
    lines.move(all[i], ARGV[2], ARGV[3], '', ARGV[4], ARGV[5])
  end
end
return { 'held', tostring(lines.write()) }
