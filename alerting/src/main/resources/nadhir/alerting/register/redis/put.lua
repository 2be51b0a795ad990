-- Enters, replaces or removes a subscriber, with the look-up by number, in one step.
-- KEYS: the partition, references by number, numbers by reference, revision
-- ARGV: reference, sealed entry expected there or '' for any, sealed entry or '' for none,
--       keyed hash of the number or '' for none
-- Reply: 1 when written, 0 when another entry was there
local ref, expected, sealed, number = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local before = redis.call('HGET', KEYS[1], ref)
if expected ~= '' and before ~= expected then
  return 0
end
if not before and sealed == '' then
  return 1
end

local function references(text)
  local all = {}
  for one in string.gmatch(text or '', '%S+') do
    if one ~= ref then
      all[#all + 1] = one
    end
  end
  return all
end

local old = redis.call('HGET', KEYS[3], ref)
if old then
  local others = references(redis.call('HGET', KEYS[2], old))
  if #others == 0 then
    redis.call('HDEL', KEYS[2], old)
  else
    redis.call('HSET', KEYS[2], old, table.concat(others, ' '))
  end
  redis.call('HDEL', KEYS[3], ref)
end
if sealed == '' then
  redis.call('HDEL', KEYS[1], ref)
else
  redis.call('HSET', KEYS[1], ref, sealed)
  if number ~= '' then
    local all = references(redis.call('HGET', KEYS[2], number))
    all[#all + 1] = ref
    table.sort(all)
    redis.call('HSET', KEYS[2], number, table.concat(all, ' '))
    redis.call('HSET', KEYS[3], ref, number)
  end
end
redis.call('INCR', KEYS[4])
return 1
