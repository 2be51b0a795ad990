-- A revision begins. KEYS: fence, revisions of the alert. ARGV: fence, revision, 1 when it cancels
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
local known = redis.call('HMGET', KEYS[2], 'latest', 'cancel')
local revision = tonumber(ARGV[2])
local latest = math.max(tonumber(known[1] or '0'), revision)
local cancel = tonumber(known[2] or '0')
if ARGV[3] == '1' then
  cancel = math.max(cancel, revision)
end
redis.call('HSET', KEYS[2], 'latest', latest, 'cancel', cancel)
return { 'held', tostring(latest), tostring(cancel) }
