import {
  IconAddressBook,
  IconDeviceMobile,
  IconFilter,
  IconFlask,
  IconLayoutDashboard,
  IconMessage,
  IconSend,
  IconSettings,
  IconUsers,
  IconWand,
  type TablerIcon,
} from '@tabler/icons-react';
import { message } from '@/shared/i18n';

interface Place {
  to: string;
  label: string;
  icon: TablerIcon;
  /** Only where the built-in simulated Meta is at work. */
  sandboxOnly?: boolean;
}

export const PLACES: Place[] = [
  { to: '/', label: message('Dashboard'), icon: IconLayoutDashboard },
  { to: '/campaigns', label: message('Campaigns'), icon: IconSend },
  { to: '/setup-campaign', label: message('Set up campaign'), icon: IconWand },
  { to: '/templates', label: message('Templates'), icon: IconMessage },
  { to: '/contacts', label: message('Contacts'), icon: IconAddressBook },
  { to: '/groups', label: message('Groups'), icon: IconUsers },
  { to: '/segments', label: message('Segments'), icon: IconFilter },
  { to: '/senders', label: message('Senders'), icon: IconDeviceMobile },
  { to: '/sandbox', label: message('Sandbox'), icon: IconFlask, sandboxOnly: true },
  { to: '/settings', label: message('Settings'), icon: IconSettings },
];
