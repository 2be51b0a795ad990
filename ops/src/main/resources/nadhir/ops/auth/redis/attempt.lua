-- Counts a try. KEYS[1] hash {count, next}; ARGV: now, free, first, longest, forgetAfter (ms).
-- Answers 0 when it may go on, else the milliseconds to wait.
local now = tonumber(ARGV[1])
local state = redis.call('HMGET', KEYS[1], 'count', 'next')
local count = tonumber(state[1] or '0')
local next = tonumber(state[2] or '0')
if now < next then
  return next - now
end
count = count + 1
local wait = 0
local free = tonumber(ARGV[2])
if count >= free then
  wait = math.min(tonumber(ARGV[3]) * 2 ^ math.min(count - free, 30), tonumber(ARGV[4]))
end
redis.call('HSET', KEYS[1], 'count', count, 'next', string.format('%.0f', now + wait))
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', wait + tonumber(ARGV[5])))
return 0
