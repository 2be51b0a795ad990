import { direction, isLanguage, number } from '@nadhir/kit';
import { signal, useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fits, noFilter, type Phone, type PhoneFilter, phonesOf, textsOf } from '../lib/phones.ts';
import { Icon } from '../look/Icon.tsx';
import { clock } from '../state/clock.ts';
import { lane, me, site } from '../state/house.ts';
import { reasonOf } from '../state/orders.ts';
import { t, tPlain } from '../state/words.ts';
import { ask } from '../wire/http.ts';
import { type SandboxMessage, type SandboxMessages, sandboxMessages } from '../wire/sandbox.ts';
import { DrillBanner, Head } from './Head.tsx';
import { Empty } from './Panel.tsx';

const POLL_MS = 2500;
/** The most that the contract allows. */
const ASKED = 1000;
const PAGE = 24;

const received = signal<SandboxMessages>({ messages: [], total: 0, counts: undefined });
const trouble = signal<string | undefined>(undefined);

async function load(key: string, stop: AbortSignal): Promise<void> {
  const answer = await ask(
    `/api/v1/sandbox/messages?lane=${encodeURIComponent(key)}&limit=${ASKED}`,
    sandboxMessages,
  );
  if (stop.aborted) return;
  if (answer.ok) {
    received.value = answer.value;
    trouble.value = undefined;
  } else {
    if (answer.why === 'signed-out') me.value = null;
    trouble.value = reasonOf(answer);
  }
}

function useMessages(): void {
  const key = lane.value;
  useEffect(() => {
    if (!key) return undefined;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = async () => {
      await load(key, stop.signal);
      if (!stop.signal.aborted) timer = setTimeout(() => void again(), POLL_MS);
    };
    void again();
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [key]);
}

function Bubble({ message }: { message: SandboxMessage }) {
  const dir = isLanguage(message.language) ? direction(message.language) : 'auto';
  const push = message.channel === 'PUSH';
  return (
    <li class={push ? 'push' : 'sms'}>
      <p class="bubble-head">
        <Icon name={push ? 'bell' : 'message'} />
        {push ? t('phones.push') : site.value?.info.smsSender}
        <time dateTime={message.at.toISOString()}>{clock(message.at)}</time>
      </p>
      <div class="bubble" lang={message.language} dir={dir}>
        {message.title && <strong>{message.title}</strong>}
        <p>{message.text}</p>
      </div>
      {message.state && (
        <p class="faint bubble-state">{tPlain(`delivery.${message.state.toLowerCase()}`, message.state)}</p>
      )}
    </li>
  );
}

function PhoneCard({ phone }: { phone: Phone }) {
  return (
    <li class="phone">
      <header>
        <Icon name="phone" />
        <bdi dir="ltr">{phone.to}</bdi>
      </header>
      <ul>
        {phone.messages.map((m) => (
          <Bubble key={`${m.at.getTime()}.${m.channel}.${m.text}`} message={m} />
        ))}
      </ul>
    </li>
  );
}

function Chooser(props: {
  label: string;
  value: string;
  options: [string, string][];
  choose(v: string): void;
}) {
  return (
    <fieldset class="chooser">
      <legend>{props.label}</legend>
      {props.options.map(([value, label]) => (
        <button
          key={value}
          type="button"
          aria-pressed={props.value === value}
          onClick={() => props.choose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function Texts({ filter, choose }: { filter: PhoneFilter; choose(change: Partial<PhoneFilter>): void }) {
  const texts = textsOf(received.value.messages);
  if (texts.length === 0) return null;
  return (
    <section class="texts" aria-label={t('phones.texts')}>
      <h2>{t('phones.texts')}</h2>
      <ul>
        {texts.map((text) => {
          const on = filter.text === text.text && filter.channel === text.channel;
          return (
            <li key={`${text.channel}${text.text}`}>
              <button
                type="button"
                aria-pressed={on}
                onClick={() =>
                  choose(on ? { text: '', channel: '' } : { text: text.text, channel: text.channel })
                }
              >
                <span class="texts-n">
                  <Icon name={text.channel === 'PUSH' ? 'bell' : 'message'} /> {number(text.n)}
                </span>
                <span class="texts-words" lang={text.language} dir="auto">
                  {text.title || text.text}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What the sandbox received, as the phones that received it. */
export function Phones() {
  useMessages();
  const filter = useSignal<PhoneFilter>(noFilter);
  const most = useSignal(PAGE);
  const choose = (change: Partial<PhoneFilter>) => {
    filter.value = { ...filter.value, ...change };
    most.value = PAGE;
  };
  const phones = useComputed(() => phonesOf(received.value.messages.filter((m) => fits(m, filter.value))));
  const { total, messages } = received.value;
  const languages = [...new Set(messages.map((m) => m.language))].filter(Boolean).sort();
  return (
    <div class="page">
      <DrillBanner />
      <Head at="phones" />
      <main class="phones">
        <header class="phones-head">
          <h1>{t('phones.title')}</h1>
          <p class="faint">{t('phones.what')}</p>
          <p class="phones-counts" role="status">
            <strong>{t('phones.total', { n: total })}</strong> ·{' '}
            {total > messages.length &&
              `${t('phones.shown', { n: number(messages.length), total: number(total) })} · `}
            {t('phones.count', { n: phones.value.length })}
          </p>
          {trouble.value && (
            <p class="field-error" role="alert">
              <Icon name="warning" /> {trouble.value}
            </p>
          )}
          <div class="phones-filters">
            <Chooser
              label={t('phones.language')}
              value={filter.value.language}
              options={[
                ['', t('phones.any')],
                ...languages.map((tag): [string, string] => [tag, tPlain(`phones.language.${tag}`, tag)]),
              ]}
              choose={(v) => choose({ language: v })}
            />
            <Chooser
              label={t('phones.channel')}
              value={filter.value.channel}
              options={[
                ['', t('phones.any')],
                ['SMS', t('phones.sms')],
                ['PUSH', t('phones.push')],
              ]}
              choose={(v) => choose({ channel: v, text: '' })}
            />
            <input
              type="search"
              placeholder={t('phones.search')}
              aria-label={t('phones.search')}
              value={filter.value.words}
              onInput={(e) => choose({ words: e.currentTarget.value })}
            />
          </div>
        </header>
        <div class="phones-body">
          <Texts filter={filter.value} choose={choose} />
          <div>
            {total === 0 && <Empty>{t('phones.none')}</Empty>}
            {total > 0 && phones.value.length === 0 && <Empty>{t('phones.none.filter')}</Empty>}
            <ul class="phone-grid">
              {phones.value.slice(0, most.value).map((phone) => (
                <PhoneCard key={phone.to} phone={phone} />
              ))}
            </ul>
            {phones.value.length > most.value && (
              <button
                type="button"
                class="more"
                onClick={() => {
                  most.value += PAGE;
                }}
              >
                {t('phones.more')}
              </button>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}
