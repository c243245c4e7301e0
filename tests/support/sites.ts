/**
 * The two sites that Playwright serves: see playwright.config.ts. The library of the built site is
 * the `baseURL` of every test, so `page.goto('read/…/')` needs nothing from here.
 */
const port = Number(process.env['TEST_PORT'] ?? 4173)

/** The built site, at the root of its host. */
export const site = `http://127.0.0.1:${port}/`

/** The fixture articles, under a path of a host that they share with others. */
export const fixtureSite = `http://127.0.0.1:${port + 1}/sub/path/`
