import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Connect, Plugin } from 'vite';
import { finishTask, MockSite } from './amend.ts';
import { accounts, MockHouse, personOf } from './house.ts';
import { site } from './site.ts';
import { place } from './things.ts';

function recordedSite(): unknown {
  const file = process.env.NADHIR_MOCK_SITE;
  return file ? { ...JSON.parse(readFileSync(file, 'utf8')), people: site.people } : undefined;
}

const explanation: unknown = JSON.parse(
  readFileSync(new URL('../src/wire/golden/explanation.json', import.meta.url), 'utf8'),
);

/** Seconds between the moments of the story; 0 lets only `/dev/next` move it. */
const STEP_S = Number(process.env.NADHIR_MOCK_STEP_S ?? '8');

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, string>> {
  let text = '';
  for await (const piece of request) text += piece;
  return text ? JSON.parse(text) : {};
}

function userOf(request: IncomingMessage): string | undefined {
  return /nadhir-mock=(\w+)/.exec(request.headers.cookie ?? '')?.[1];
}

function refuse(response: ServerResponse, reason: string): void {
  json(response, 409, {
    type: 'about:blank',
    title: 'Refused',
    status: 409,
    reason,
    detail: `mock: ${reason}`,
  });
}

async function command(
  house: MockHouse,
  amended: MockSite,
  user: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const c = await bodyOf(request);
  const who = personOf(user);
  let reason: string | undefined;
  if (c.type === 'AlertCommand.Approve') reason = house.approve(c.alert ?? '', Number(c.revision), who);
  else if (c.type === 'AlertCommand.Reject')
    reason = house.reject(c.alert ?? '', Number(c.revision), who, c.why ?? '');
  else if (c.type === 'HazardCommand.ConfirmHazard') reason = house.believe(c.hazard ?? '', who);
  else if (c.type === 'HazardCommand.EndHazard') reason = house.end(c.hazard ?? '', who, c.why ?? '');
  else if (c.type === 'HazardCommand.ReportDistress' || c.type === 'HazardCommand.ReportFelt')
    house.put({}, [{ type: 'HazardEvent.Told', report: { feed: 'people', title: c.source } }]);
  else if (c.type === 'DispatchCommand.AssignUnit') assign(house, c.incident ?? '', c.unit ?? '');
  else if (c.type === 'DispatchCommand.MoveAssignment') move(house, c.assignment ?? '', c.to ?? '');
  else if (c.type === 'DispatchCommand.FinishTask')
    reason = finishTask(house, c.task ?? '', c.note ?? '', who);
  else if (c.type?.startsWith('SiteCommand.')) reason = amended.command(house, c, who);
  else if (c.type === 'DrillCommand.Hold' || c.type === 'DrillCommand.Resume') {
    const drill = house.objects.get('drill/drill') as object;
    house.put({ 'drill/drill': { ...drill, held: c.type === 'DrillCommand.Hold' ? c.why : undefined } });
  } else reason = 'not-now';
  if (reason) refuse(response, reason);
  else json(response, 200, { seq: house.seq, subject: null });
}

function assign(house: MockHouse, incident: string, unit: string): void {
  const id = `asg-${house.seq}`;
  const made = {
    id,
    incident,
    unit,
    state: 'ASSIGNED',
    assignedAt: house.at,
    enRouteAt: null,
    onSceneAt: null,
    clearAt: null,
  };
  const where = site.units.find((u) => u.id === unit)?.base ?? place(29.53, 35);
  house.put(
    {
      [`assignment/${id}`]: made,
      [`unit/${unit}`]: { unit, status: 'ASSIGNED', place: where, assignment: id },
    },
    [{ type: 'DispatchEvent.AssignmentMoved', assignment: made }],
  );
}

function move(house: MockHouse, id: string, to: string): void {
  const known = house.objects.get(`assignment/${id}`) as { unit: string; state: string };
  const field = { EN_ROUTE: 'enRouteAt', ON_SCENE: 'onSceneAt', CLEAR: 'clearAt' }[to] ?? 'clearAt';
  const moved = { ...known, state: to, [field]: house.at };
  const where = site.units.find((u) => u.id === known.unit)?.base ?? place(29.53, 35);
  const status = to === 'CLEAR' ? 'AVAILABLE' : to;
  house.put(
    {
      [`assignment/${id}`]: moved,
      [`unit/${known.unit}`]: { unit: known.unit, status, place: where, assignment: id },
    },
    [{ type: 'DispatchEvent.AssignmentMoved', assignment: moved }],
  );
}

function events(house: MockHouse, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': hello\n\n');
  const stop = house.listen((name, data) => {
    const head = name ? `event: ${name}` : `id: ${data.seq}`;
    response.write(`${head}
data: ${JSON.stringify(data)}

`);
  });
  const tick = setInterval(
    () =>
      response.write(
        `event: tick\ndata: ${JSON.stringify({ at: house.at, seq: house.seq, storeAway: false })}\n\n`,
      ),
    1000,
  );
  request.on('close', () => {
    stop();
    clearInterval(tick);
  });
}

const POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self'; worker-src 'self'; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

/** Answers like the house, from a story. Only `vite dev` and `vite preview` have it; no build does. */
export function mockHouse(): Plugin {
  return {
    name: 'nadhir-mock',
    apply: 'serve',
    configureServer: ({ middlewares }) => install(middlewares),
    // The built console, under the policy that it has to live with.
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use((_, response, next) => {
        response.setHeader('Content-Security-Policy', POLICY);
        next();
      });
      install(middlewares);
    },
  };
}

/**
 * `/dev/restart` begins anew, `/dev/next` goes one moment on. With a recording (a file with one event of
 * the stream a line) `/dev/until/2026-11-20T12:41:00Z` plays it up to that time.
 */
function install(middlewares: Connect.Server): void {
  const file = process.env.NADHIR_MOCK_RECORDING;
  const lines = file ? readFileSync(file, 'utf8').trim().split('\n') : [];
  const fresh = () => (file ? new MockHouse(0, false) : new MockHouse(STEP_S * 1000));
  let house = fresh();
  let amended = new MockSite();
  middlewares.use('/dev', (request, response) => {
    const [, word = '', until = ''] = (request.url ?? '').split('/');
    if (word === 'restart') {
      house = fresh();
      amended = new MockSite();
    }
    if (word === 'until') house.replay(lines, until);
    json(response, 200, { more: word === 'next' ? house.next() : true });
  });
  middlewares.use('/api/v1', (request, response, next) => {
    void answer(house, amended, request, response, next);
  });
}

async function answer(
  house: MockHouse,
  amended: MockSite,
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  const path = decodeURIComponent(url.pathname);
  if (path === '/session' && request.method === 'POST') {
    const { name = '', password } = await bodyOf(request);
    if (password !== 'demo' || !accounts[name])
      return json(response, 401, { title: 'Unauthorized', status: 401 });
    return json(response, 200, {}, { 'Set-Cookie': `nadhir-mock=${name}; Path=/; SameSite=Strict` });
  }
  if (path === '/session') {
    response.writeHead(204, { 'Set-Cookie': 'nadhir-mock=; Path=/; Max-Age=0' });
    response.end();
    return undefined;
  }
  const user = userOf(request);
  if (!user || !accounts[user]) return json(response, 401, { title: 'Unauthorized', status: 401 });
  if (path === '/me') {
    const who = personOf(user);
    const name = site.people.find((p) => p.ref === who)?.name ?? { en: who, ar: who };
    return json(response, 200, { who, name, roles: accounts[user] });
  }
  if (path === '/lanes') {
    const title = { ar: 'مساء الجمعة', en: 'A Friday evening' };
    return json(response, 200, {
      lanes: [
        { key: 'drill:evening', title, running: true },
        { key: 'live', title: null, running: true },
      ],
      default: 'drill:evening',
    });
  }
  if (path === '/sandbox/messages') {
    const limit = Number(url.searchParams.get('limit') ?? '500');
    return json(response, 200, {
      messages: house.messages.toReversed().slice(0, limit),
      total: house.messages.length,
    });
  }
  if (path.endsWith('/site')) return json(response, 200, recordedSite() ?? site);
  if (path.endsWith('/zones')) return json(response, 200, amended.zones());
  if (path.endsWith('/rules')) return json(response, 200, amended.rules());
  if (path.endsWith('/zones/check')) {
    const { geoJson = '' } = await bodyOf(request);
    return json(response, 200, amended.check(geoJson));
  }
  if (path.endsWith('/explanation')) return json(response, 200, explanation);
  if (path.endsWith('/extents')) return json(response, 200, { at: house.at, extents: [] });
  if (path.endsWith('/tracks')) return json(response, 200, { at: house.at, total: 0, tracks: [] });
  if (path.endsWith('/picture')) return json(response, 200, house.picture());
  if (path.endsWith('/events')) return events(house, request, response);
  if (path.endsWith('/commands')) return command(house, amended, user, request, response);
  next();
}
