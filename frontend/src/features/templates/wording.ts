import type { Template } from '@/shared/api/types';
import type { Component } from '@/shared/templateParts';
import { TEXT_PARTS, partOf } from './parts';

/** All that can be said of a template in the editor. */
export interface Wording {
  name: string;
  language: string;
  category: string;
  components: Component[];
  timeToLive?: string | undefined;
}

export const NEW: Wording = { name: '', language: 'en', category: 'MARKETING', components: TEXT_PARTS };

export function wordingOf({ name, language, category, components, timeToLive }: Template): Wording {
  const parts = (components ?? []) as Component[];
  return {
    name,
    language,
    category,
    components: category === 'AUTHENTICATION' ? asSubmitted(parts) : parts,
    timeToLive: timeToLive ?? undefined,
  };
}

/** A name as Meta takes it, made of what somebody types. */
export const asName = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
    .replace(/[^a-z0-9_]/g, '')
    .slice(0, 512);

/** Meta lists a template of one-time passwords written out; to change it, it wants to see it as it was submitted. */
function asSubmitted(components: Component[]): Component[] {
  const body = partOf(components, 'BODY');
  if (body?.text === undefined) return components;
  const footer = partOf(components, 'FOOTER');
  const minutes = footer?.code_expiration_minutes ?? Number(/\d+/.exec(footer?.text ?? '')?.[0]);
  const listed = partOf(components, 'BUTTONS')?.buttons?.[0];
  const way = /otp_type=(\w+)/.exec(listed?.url ?? '')?.[1] ?? 'COPY_CODE';
  const button = listed?.type === 'OTP' ? listed : { type: 'OTP', otp_type: way, text: listed?.text ?? '' };
  return [
    { type: 'BODY', add_security_recommendation: body.add_security_recommendation ?? /security/i.test(body.text) },
    ...(minutes ? [{ type: 'FOOTER', code_expiration_minutes: minutes }] : []),
    { type: 'BUTTONS', buttons: [button] },
  ];
}
