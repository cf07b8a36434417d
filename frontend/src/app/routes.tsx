import { createBrowserRouter, type RouteObject } from 'react-router';
import { NotFound, RouteError } from './RouteError';
import { Shell } from './Shell';

/** Every screen is its own chunk; a path here, an entry in the sidebar (Shell) where it is a place of its own. */
const screens: RouteObject[] = [
  { index: true, lazy: () => import('@/features/dashboard/DashboardPage') },
  { path: '*', Component: NotFound },
];

export const router = createBrowserRouter([
  {
    path: '/login',
    lazy: () => import('@/features/session/LogInPage'),
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
  },
  {
    path: '/',
    Component: Shell,
    ErrorBoundary: RouteError,
    HydrateFallback: () => null,
    children: [{ ErrorBoundary: RouteError, children: screens }],
  },
]);
