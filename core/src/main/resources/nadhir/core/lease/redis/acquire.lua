-- Takes a lease that nobody holds, or prolongs the holder's own.
-- KEYS: the lease, its fence; ARGV: holder, life in milliseconds
-- Reply: the fence, or 0 when another holds it
local held = redis.call('GET', KEYS[1])
if held then
  local fence, holder = string.match(held, '^(%d+) (.+)$')
  if holder ~= ARGV[1] then
    return 0
  end
  redis.call('PEXPIRE', KEYS[1], ARGV[2])
  return tonumber(fence)
end
local fence = redis.call('INCR', KEYS[2])
redis.call('SET', KEYS[1], fence .. ' ' .. ARGV[1], 'PX', ARGV[2])
return fence
