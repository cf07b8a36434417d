import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import type { Template } from '@/shared/api/types';
import { languageName } from '@/shared/format';
import { QualityBadge, TemplateStateBadge } from '@/shared/ui/badges';
import { PhoneMessage } from '@/shared/ui/PhonePreview';
import { category } from '@/shared/words';
import classes from './templates.module.css';

/** One of the gallery; a click anywhere opens it. */
export function TemplateCard({ template }: { template: Template }) {
  return (
    <div className={classes.card}>
      <div className={classes.phone} inert>
        <PhoneMessage template={template} />
      </div>
      <Stack gap={4} p="sm">
        <Anchor component={Link} to={`/templates/${template.id}`} fw={600} size="sm" className={classes.link}>
          {template.name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {category(template.category)} · {languageName(template.language)}
        </Text>
        <Group gap={4}>
          <TemplateStateBadge status={template.missing ? 'MISSING' : template.status} />
          {template.quality && template.quality !== 'UNKNOWN' && <QualityBadge quality={template.quality} />}
        </Group>
      </Stack>
    </div>
  );
}
