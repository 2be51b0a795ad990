-- Keeps a snapshot unless a newer one is there.
-- KEYS: the snapshot; ARGV: seq, hash, json
-- Reply: 1 when it was kept
local there = redis.call('HGET', KEYS[1], 'seq')
if there and tonumber(there) >= tonumber(ARGV[1]) then
  return 0
end
redis.call('HSET', KEYS[1], 'seq', ARGV[1], 'hash', ARGV[2], 'json', ARGV[3])
return 1
