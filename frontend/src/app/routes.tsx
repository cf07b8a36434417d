import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, RouteError } from './RouteError';
import { Shell } from './Shell';

/** Every screen is its own chunk; a path here, an entry in the sidebar (places.tsx) where it is a place of its own. */
const screens: RouteObject[] = [
  { index: true, lazy: () => import('@/features/dashboard/DashboardPage') },
  { path: 'campaigns', lazy: () => import('@/features/campaign-list/CampaignListPage') },
  { path: 'campaigns/:id', lazy: () => import('@/features/campaign-live/LivePage') },
  { path: 'setup-campaign/:id?', lazy: () => import('@/features/campaign-builder/BuilderPage') },
  { path: 'templates', lazy: () => import('@/features/templates/TemplateListPage') },
  { path: 'templates/new', lazy: () => import('@/features/templates/EditorPage') },
  { path: 'templates/:id/edit', lazy: () => import('@/features/templates/EditorPage') },
  { path: 'templates/:id', lazy: () => import('@/features/templates/TemplatePage') },
  { path: 'contacts', lazy: () => import('@/features/contacts/ContactListPage') },
  { path: 'contacts/import', lazy: () => import('@/features/contacts/ImportPage') },
  { path: 'contacts/import/:id', lazy: () => import('@/features/contacts/ImportProgressPage') },
  { path: 'contacts/:id', lazy: () => import('@/features/contacts/ContactPage') },
  { path: 'groups', lazy: () => import('@/features/groups/GroupListPage') },
  { path: 'groups/:id', lazy: () => import('@/features/groups/GroupPage') },
  { path: 'segments', lazy: () => import('@/features/segments/SegmentListPage') },
  { path: 'segments/:id', lazy: () => import('@/features/segments/SegmentPage') },
  { path: 'senders', lazy: () => import('@/features/senders/SenderListPage') },
  { path: 'senders/:id', lazy: () => import('@/features/senders/SenderPage') },
  { path: 'sandbox', lazy: () => import('@/features/sandbox/SandboxPage') },
  { path: 'settings', lazy: () => import('@/features/settings/SettingsPage') },
  { path: '*', Component: NotFound },
];

const frame = { ErrorBoundary: RouteError, HydrateFallback: () => null };

export const routes: RouteObject[] = [
  { path: '/login', lazy: () => import('@/features/session/LogInPage'), ...frame },
  { path: '/', Component: Shell, ...frame, children: [{ ErrorBoundary: RouteError, children: screens }] },
];

export const createRouter = () => createBrowserRouter(routes);
