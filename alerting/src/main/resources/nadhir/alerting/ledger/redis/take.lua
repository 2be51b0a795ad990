-- Gives out blocks: new ones (from >), or again what this member has (from 0).
-- KEYS: fence, stream. ARGV: fence, group, consumer, at most, from
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local found = grouped(KEYS[2], ARGV[2], function()
  return redis.pcall(
    'XREADGROUP', 'GROUP', ARGV[2], ARGV[3], 'COUNT', ARGV[4], 'STREAMS', KEYS[2], ARGV[5])
end)
if not found then
  return { 'held' }
end
return flat({ 'held' }, found[1][2])
