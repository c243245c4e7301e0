// A failure would go unnoticed. Not a fence, but it shows that the lint knows the types.
async function save(): Promise<void> {
  await Promise.reject(new Error('full'))
}

save()
