// Foreign words would become markup.
export function Words({ html }: { readonly html: string }) {
  return <p dangerouslySetInnerHTML={{ __html: html }} />
}
