// One feature would know another.
export * from '#features/search'
