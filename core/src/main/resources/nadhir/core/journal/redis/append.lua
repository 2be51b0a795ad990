-- Appends a block behind the expected end of a journal, all of it or nothing.
-- KEYS: the stream of entries, the head
-- ARGV: expected seq, expected hash, epoch of the writer, the seq that the writer has seen on disk,
--   then json and hash of each line
-- Reply: what came of it, then seq, hash and epoch of the head as it is now
local GENESIS = string.rep('0', 64)
local FIRST = 5

local stored = redis.call('HMGET', KEYS[2], 'seq', 'hash', 'epoch')
local seq, hash, epoch = stored[1], stored[2], stored[3]
local entries = redis.call('EXISTS', KEYS[1]) == 1

-- One of the two is lost: nobody may write until it is restored.
if (not seq) == entries then
  return { 'vanished', seq or '0', hash or GENESIS, epoch or '0' }
end
if not seq then
  seq, hash, epoch = '0', GENESIS, '0'
end

if tonumber(seq) < tonumber(ARGV[4]) then
  return { 'vanished', seq, hash, epoch }
end

local count = (#ARGV - FIRST + 1) / 2
local newSeq = string.format('%.0f', tonumber(ARGV[1]) + count)
local newHash = ARGV[#ARGV]

-- The same writer's block is here already: its first reply was lost.
if seq == newSeq and hash == newHash and epoch == ARGV[3] then
  return { 'durable', seq, hash, epoch }
end

if seq ~= ARGV[1] or hash ~= ARGV[2] or tonumber(ARGV[3]) < tonumber(epoch) then
  return { 'refused', seq, hash, epoch }
end

for i = 1, count do
  local at = FIRST + 2 * (i - 1)
  local id = string.format('%.0f-0', tonumber(ARGV[1]) + i)
  redis.call('XADD', KEYS[1], id, 'e', ARGV[at], 'h', ARGV[at + 1])
end
redis.call('HSET', KEYS[2], 'seq', newSeq, 'hash', newHash, 'epoch', ARGV[3])
return { 'durable', newSeq, newHash, ARGV[3] }
