-- Gives all blocks that were given out and not finished to this member.
-- KEYS: fence, stream. ARGV: fence, group, consumer
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local reply, cursor = { 'held' }, '0-0'
repeat
  local found = grouped(KEYS[2], ARGV[2], function()
    return redis.pcall('XAUTOCLAIM', KEYS[2], ARGV[2], ARGV[3], 0, cursor, 'COUNT', 100)
  end)
  cursor = found[1]
  flat(reply, found[2])
until cursor == '0-0'
return reply
