import type { components } from '@/shared/api/schema';

export type Schemas = components['schemas'];

/** The same schema, with the fields named that every answer carries. */
type Sure<T, K extends keyof T> = T & { [P in K]-?: NonNullable<T[P]> };

export type Session = Schemas['SessionView'];
export type Sender = Sure<Schemas['SenderView'], 'id' | 'name' | 'phoneNumberId' | 'wabaId'>;
export type Limits = Schemas['SenderLimits'];
export type Contact = Sure<Schemas['ContactView'], 'id' | 'phone'>;
export type ContactImport = Sure<Schemas['ImportView'], 'id' | 'state'>;
export type Group = Sure<Schemas['GroupView'], 'id' | 'name' | 'memberCount'>;
export type Template = Sure<Schemas['TemplateView'], 'id' | 'name' | 'language' | 'status' | 'category'>;
export type Rendered = Schemas['PreviewView'];
export type Filter = Schemas['Filter'];
export type Segment = Sure<Schemas['SegmentView'], 'id' | 'name' | 'filter'>;
export type SegmentPreview = Schemas['SegmentPreview'];
export type Campaign = Sure<Schemas['CampaignView'], 'id' | 'name' | 'state'>;
export type CampaignState = Campaign['state'];
export type CampaignDraft = Schemas['CreateCampaign'];
export type VariableValue = Schemas['VariableValue'];
export type Hours = Schemas['Hours'];
export type Finding = Sure<Schemas['Finding'], 'code' | 'message'>;
export type Preflight = Schemas['PreflightView'];
export type Stats = Sure<Schemas['StatsView'], 'campaignId' | 'state' | 'total'>;
export type Buckets = Schemas['StatsView']['buckets'];
export type Recipient = Sure<Schemas['RecipientView'], 'phone' | 'state'>;
export type HistoryEvent = Sure<Schemas['EventView'], 'id' | 'at' | 'kind' | 'message'>;
export type ErrorCode = Sure<Schemas['ErrorCode'], 'code' | 'meaning'>;
export type Sandbox = Sure<Schemas['SandboxView'], 'knobs' | 'account' | 'ledger'>;
export type Knobs = Schemas['Knobs'];
export type ApiKey = Sure<Schemas['ApiKeyView'], 'id' | 'name'>;

/** The items of a list's answer, as the type the screens work with. */
export const itemsOf = <T>(page: { items?: unknown[] } | undefined): T[] => (page?.items ?? []) as T[];
