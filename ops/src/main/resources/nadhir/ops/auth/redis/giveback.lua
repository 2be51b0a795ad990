-- The last try under KEYS[1] was no failure.
if redis.call('EXISTS', KEYS[1]) == 0 then
  return 0
end
local count = tonumber(redis.call('HGET', KEYS[1], 'count') or '0')
redis.call('HSET', KEYS[1], 'count', math.max(0, count - 1), 'next', '0')
return 1
