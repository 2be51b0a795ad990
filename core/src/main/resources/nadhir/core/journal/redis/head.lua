-- The head of a journal together with its last entry, as of one moment.
-- KEYS: the stream of entries, the head
-- Reply: seq, hash and epoch of the head, id and hash of the last entry; empty text for what is not there
local head = redis.call('HMGET', KEYS[2], 'seq', 'hash', 'epoch')
local last = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local id, hash = '', ''
if last then
  id = last[1]
  for i = 1, #last[2], 2 do
    if last[2][i] == 'h' then
      hash = last[2][i + 1]
    end
  end
end
return { head[1] or '', head[2] or '', head[3] or '', id, hash }
