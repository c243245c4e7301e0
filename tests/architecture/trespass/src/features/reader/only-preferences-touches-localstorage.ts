// A feature would fall over where storage is denied.
export const theme = window.localStorage.getItem('theme')
