/** What a query holds, or undefined while it holds nothing; reading `data` itself would suspend the page. */
export function loaded<Data>(query: {
  isPending: boolean
  isLoadingError: boolean
  data: Data | undefined
}): Data | undefined {
  return query.isPending || query.isLoadingError ? undefined : query.data
}
