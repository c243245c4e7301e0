import { describe, expect, it } from 'vitest'
import { headersFile, securityPolicy, sourceHash } from '../../../src/build/security-policy.ts'

describe('the policy', () => {
  const plain = { scripts: ['boot()'], styles: [], imports: false, workers: [] }
  const policy = securityPolicy(plain)

  it('starts from nothing and lets nothing be evaluated', () => {
    expect(policy).toMatch(/^default-src 'none'; /)
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/)
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types service-worker")
  })

  it('lets a page that imports fetch what its reader names, and start one worker more', () => {
    const wider = securityPolicy({ ...plain, imports: true, workers: ['import-worker'] })
    const added = wider.split('; ').filter((directive) => !policy.split('; ').includes(directive))
    expect(added).toEqual([
      "connect-src 'self' https:",
      'trusted-types service-worker import-worker',
    ])
    expect(wider.split('; ')).toHaveLength(policy.split('; ').length)
  })

  it('lets a page that may start a worker do nothing else for it', () => {
    const wider = securityPolicy({ ...plain, workers: ['own-worker'] })
    expect(wider).toBe(policy.replace('service-worker', 'service-worker own-worker'))
  })

  it('names inline texts by the hash of their UTF-8 bytes', () => {
    // printf 'alert("ü")' | openssl dgst -sha256 -binary | base64
    expect(sourceHash('alert("ü")')).toBe("'sha256-TJ0Var87ZpB9gkpgPZZZbgWwU7exJVdK+J60HqBHZSM='")
    expect(policy).toContain(`script-src 'self' ${sourceHash('boot()')};`)
  })

  it('goes to hosts as headers, with what a page cannot say of itself', () => {
    const lines = headersFile(policy, '/sub/').split('\n')
    expect(lines[0]).toBe('/sub/*')
    expect(lines[1]).toBe(`  Content-Security-Policy: ${policy}; frame-ancestors 'none'`)
    expect(lines.slice(lines.indexOf('/sub/assets/*')).join()).toContain('immutable')
    // Who holds on to an old one hears of no new release.
    expect(lines[lines.indexOf('/sub/sw.js') + 1]).toBe('  Cache-Control: no-cache')
  })
})
