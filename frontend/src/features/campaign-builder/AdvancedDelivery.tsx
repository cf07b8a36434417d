import { Accordion, Group, NumberInput, Select, Stack, Switch, Text } from '@mantine/core';
import type { CampaignDraft } from '@/shared/api/types';
import { t } from '@/shared/i18n';
import { IN_DOUBT_CODES, inDoubt } from '@/shared/words';

type Delivery = NonNullable<CampaignDraft['delivery']>;

interface AdvancedDeliveryProps {
  delivery: Delivery;
  /** Then a low rating stops it unless somebody says otherwise. */
  marketing: boolean;
  onChange: (part: Delivery) => void;
}

const USUAL_DAYS = 3;
const MOST_DAYS = 30;

/** What most campaigns leave as it is. */
export function AdvancedDelivery({ delivery, marketing, onChange }: AdvancedDeliveryProps) {
  return (
    <Accordion variant="contained">
      <Accordion.Item value="advanced">
        <Accordion.Control>{t('Advanced')}</Accordion.Control>
        <Accordion.Panel>
          <Stack gap="lg">
            <NumberInput
              label={t('Days to try again')}
              description={t('For people who get too much marketing from all businesses together: once a day')}
              min={0}
              max={MOST_DAYS}
              allowDecimal={false}
              clampBehavior="strict"
              value={delivery.retryDays ?? USUAL_DAYS}
              onChange={(days) => typeof days === 'number' && onChange({ retryDays: days })}
            />
            <Select
              label={t('If nobody knows whether a message arrived')}
              allowDeselect={false}
              data={IN_DOUBT_CODES.map((code) => ({ value: code, label: inDoubt(code) }))}
              value={delivery.inDoubt ?? 'RESOLVE'}
              onChange={(policy) => policy && onChange({ inDoubt: policy as Delivery['inDoubt'] })}
            />
            <Rules delivery={delivery} marketing={marketing} onChange={onChange} />
            <Canary delivery={delivery} onChange={onChange} />
          </Stack>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}

/** When it is to pause by itself. */
function Rules({ delivery, marketing, onChange }: AdvancedDeliveryProps) {
  const rules = delivery.rules ?? {};
  const set = (part: typeof rules) => onChange({ rules: { ...rules, ...part } });
  return (
    <Stack gap="xs" role="group" aria-label={t('Pause by itself')}>
      <Text size="sm" fw={500}>
        {t('Pause by itself')}
      </Text>
      <Group grow align="flex-start">
        <Percent
          label={t('when so many have failed')}
          value={rules.failureShare}
          onChange={(failureShare) => set({ failureShare })}
        />
        <Percent
          label={t('when so many have opted out')}
          value={rules.optOutShare}
          onChange={(optOutShare) => set({ optOutShare })}
        />
      </Group>
      <Switch
        label={t('when Meta rates the number or the template low')}
        checked={rules.qualityRed ?? marketing}
        onChange={(e) => set({ qualityRed: e.currentTarget.checked })}
      />
      <Switch
        label={t('when Meta changes the category, and with it the price')}
        checked={rules.categoryChange ?? false}
        onChange={(e) => set({ categoryChange: e.currentTarget.checked })}
      />
    </Stack>
  );
}

const USUAL_CANARY = { share: 0.05, hold: 'PT30M' };
const MINUTES = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d+)?S)?$/;

function minutesOf(hold: string): number {
  const [, hours = '0', minutes = '0'] = MINUTES.exec(hold) ?? [];
  return 60 * Number(hours) + Number(minutes);
}

/** The first part goes out, then the rest waits, so that there is time to look. */
function Canary({ delivery, onChange }: Omit<AdvancedDeliveryProps, 'marketing'>) {
  const canary = delivery.canary;
  return (
    <Stack gap="xs">
      <Switch
        label={t('Send to a few first')}
        checked={canary != null}
        onChange={(e) => onChange({ canary: e.currentTarget.checked ? USUAL_CANARY : undefined })}
      />
      {canary && (
        <Group grow align="flex-start">
          <Percent
            label={t('How many')}
            value={canary.share}
            most={99}
            onChange={(share) => share !== undefined && onChange({ canary: { ...canary, share } })}
          />
          <NumberInput
            label={t('Then wait')}
            suffix={t(' min')}
            min={1}
            max={7 * 24 * 60}
            allowDecimal={false}
            value={minutesOf(canary.hold)}
            onChange={(n) => typeof n === 'number' && n > 0 && onChange({ canary: { ...canary, hold: `PT${n}M` } })}
          />
        </Group>
      )}
    </Stack>
  );
}

interface PercentProps {
  label: string;
  /** A share of 1; undefined: never. */
  value: number | null | undefined;
  most?: number;
  onChange: (share: number | undefined) => void;
}

const Percent = ({ label, value, most = 100, onChange }: PercentProps) => (
  <NumberInput
    label={label}
    suffix=" %"
    placeholder={t('never')}
    min={0}
    max={most}
    decimalScale={1}
    clampBehavior="strict"
    value={value == null ? '' : Math.round(value * 1_000) / 10}
    onChange={(n) => onChange(typeof n === 'number' && n > 0 ? n / 100 : undefined)}
  />
);
