-- Puts blocks into their streams. KEYS: fence, then the streams
-- ARGV: fence, then number of the stream and text of each block
local refused = lost(KEYS[1], tonumber(ARGV[1]))
if refused then
  return refused
end
for i = 2, #ARGV, 2 do
  redis.call('XADD', KEYS[1 + tonumber(ARGV[i])], '*', 'b', ARGV[i + 1])
end
return { 'held', tostring((#ARGV - 1) / 2) }
