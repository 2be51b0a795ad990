-- A block leaves its stream. KEYS: fence, stream. ARGV: fence, group, entry
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
redis.call('XACK', KEYS[2], ARGV[2], ARGV[3])
return { 'held', tostring(redis.call('XDEL', KEYS[2], ARGV[3])) }
