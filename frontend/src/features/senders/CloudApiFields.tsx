import { Switch, TextInput } from '@mantine/core';
import { message, t } from '@/shared/i18n';
import { CallbackFields } from './CallbackFields';
import { OwnNumberFields } from './OwnNumberFields';
import type { CloudApi } from './providers';
import { textFields } from './textFields';

const OFFERS = {
  templateSync: message('It lists templates as Meta does'),
  templateCreation: message('It takes new templates as Meta does'),
  media: message('It takes files as Meta does'),
  echo: message('Its reports bring our mark back (biz_opaque_callback_data)'),
  marketingMessages: message('It has Meta’s Marketing Messages'),
};

interface CloudApiFieldsProps {
  cloud: CloudApi;
  fault: (field: string) => string | undefined;
  onChange: (cloud: CloudApi) => void;
}

export function CloudApiFields({ cloud, fault, onChange }: CloudApiFieldsProps) {
  const field = textFields(cloud, onChange, (name: 'baseUrl' | 'messagesPath' | 'header' | 'scheme') => fault(name));
  return (
    <>
      <TextInput
        label={t('Address of the interface')}
        description={t('What stands before the ids, with the version if there is one')}
        placeholder="https://"
        required
        {...field('baseUrl')}
      />
      <TextInput
        label={t('Path for messages')}
        description={t('{{from}} stands for the phone number id', { from: '{{from}}' })}
        {...field('messagesPath')}
      />
      <TextInput label={t('Header with the access token')} {...field('header')} />
      <TextInput
        label={t('Word before the token')}
        description={t('Such as Bearer; empty for none')}
        {...field('scheme')}
      />
      {(Object.keys(OFFERS) as (keyof typeof OFFERS)[]).map((name) => (
        <Switch
          key={name}
          label={t(OFFERS[name])}
          checked={cloud[name] ?? false}
          error={fault(name)}
          onChange={(e) => onChange({ ...cloud, [name]: e.currentTarget.checked })}
        />
      ))}
      <OwnNumberFields
        number={cloud.number}
        fault={(name) => fault(`number.${name}`)}
        onChange={(number) => onChange({ ...cloud, number })}
      />
      {cloud.callbacks && (
        <CallbackFields
          proof={cloud.callbacks}
          fault={(name) => fault(`callbacks.${name}`)}
          onChange={(callbacks) => onChange({ ...cloud, callbacks })}
        />
      )}
    </>
  );
}
