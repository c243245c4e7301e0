// The build would know the app it builds.
export const app = () => import('../app/entry-server.tsx')
