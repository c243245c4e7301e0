/** What every component test starts with: jest-dom's matchers, and a clean document afterwards. */
import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)
