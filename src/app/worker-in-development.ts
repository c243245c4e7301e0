/**
 * In development every file of a component brings a helper that looks for a window. The worker draws
 * nothing, but the doors it goes through have components behind them; of the built worker they are no part.
 */
if (import.meta.env.DEV) Object.assign(globalThis, { window: globalThis })
