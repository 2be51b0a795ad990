-- Gives a lease up if it is still the one that was taken.
-- KEYS: the lease; ARGV: holder, fence
-- Reply: 1 when it was given up
if redis.call('GET', KEYS[1]) == ARGV[2] .. ' ' .. ARGV[1] then
  return redis.call('DEL', KEYS[1])
end
return 0
