-- What the scripts of the ledger share. It stands in front of each of them.
-- A line of the ledger: field RECIPIENT|CHANNEL, value STATE|TOKEN|TOLD|REASON
local STATE_SENDING = 'SENDING'

-- The reply for a writer with an old fencing number; nil for the newest, whose number is kept.
local function lost(key, fence)
  local newest = tonumber(redis.call('GET', key) or '0')
  if fence < newest then
    return { 'lost', tostring(newest) }
  end
  if fence > newest then
    redis.call('SET', key, string.format('%.0f', fence))
  end
  return nil
end

local function parse(value)
  local state, token, told, reason = string.match(value, '^([^|]*)|([^|]*)|([^|]*)|(.*)$')
  return { state = state, token = token, told = told, reason = reason }
end

local function value(state, token, told, reason)
  return state .. '|' .. token .. '|' .. told .. '|' .. reason
end

local function channel(field)
  return string.match(field, '|([^|]*)$')
end

-- Gathers moves of lines and writes them with their counts in the end.
local function mover(ledger, counts)
  local changes, deltas, moved = {}, {}, 0
  local self = {}

  function self.count(field, state, by)
    local key = channel(field) .. '|' .. state
    deltas[key] = (deltas[key] or 0) + by
  end

  function self.move(field, from, to, token, told, reason)
    changes[#changes + 1] = field
    changes[#changes + 1] = value(to, token, told, reason)
    self.count(field, from, -1)
    self.count(field, to, 1)
    moved = moved + 1
  end

  function self.add(field, text)
    changes[#changes + 1] = field
    changes[#changes + 1] = text
    self.count(field, parse(text).state, 1)
  end

  -- In slices: Lua hands over only some thousand values at a time.
  function self.write()
    for from = 1, #changes, 1000 do
      redis.call('HSET', ledger, unpack(changes, from, math.min(from + 999, #changes)))
    end
    for key, by in pairs(deltas) do
      if by ~= 0 then
        redis.call('HINCRBY', counts, key, by)
      end
    end
    return moved
  end

  return self
end

-- Runs a read of the consumer group and makes the group first where it is missing (a new stream, or
-- one that was emptied by hand): it then begins with the oldest block there is.
local function grouped(stream, group, read)
  local reply = read()
  if type(reply) == 'table' and reply.err and string.find(reply.err, 'NOGROUP', 1, true) then
    redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
    reply = read()
  end
  if type(reply) == 'table' and reply.err then
    error(reply.err)
  end
  return reply
end

-- Entries of a stream as name, block, name, block, …
local function flat(reply, entries)
  for _, entry in ipairs(entries) do
    if entry and entry[2] then
      reply[#reply + 1] = entry[1]
      reply[#reply + 1] = entry[2][2]
    end
  end
  return reply
end
