-- Puts ARGV[2] under field ARGV[1] of the hash KEYS[1], where there is one already.
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
return 1
