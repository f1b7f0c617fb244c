import { useMutation, useQuery } from '@tanstack/solid-query'
import { api } from './api.ts'
import { queryClient } from './query-client.ts'
import type { Role } from './wire.ts'

const refreshUsers = () => queryClient.invalidateQueries({ queryKey: ['users'] })
const refreshInvites = () => queryClient.invalidateQueries({ queryKey: ['invites'] })

/** Everybody who has an account. */
export function useUsers(isAllowed: () => boolean) {
  return useQuery(() => ({
    queryKey: ['users', 'list'],
    queryFn: async () => (await api.users.list.query()).users,
    enabled: isAllowed(),
  }))
}

/** Gives a person another role. */
export function useChangeUser() {
  return useMutation(() => ({
    mutationFn: (input: { userId: string; role: Role }) => api.users.change.mutate(input),
    onSuccess: refreshUsers,
  }))
}

/** Removes an account and ends its sessions. */
export function useRemoveUser() {
  return useMutation(() => ({
    mutationFn: (userId: string) => api.users.remove.mutate({ userId }),
    onSuccess: refreshUsers,
  }))
}

/** The links that nobody has used yet. */
export function useInvites(isAllowed: () => boolean) {
  return useQuery(() => ({
    queryKey: ['invites', 'list'],
    queryFn: async () => (await api.invites.list.query()).invites,
    enabled: isAllowed(),
  }))
}

/** Makes a link with which one person makes an account; its token is told once. */
export function useCreateInvite() {
  return useMutation(() => ({
    mutationFn: (input: { role: Role; note?: string }) => api.invites.create.mutate(input),
    onSuccess: refreshInvites,
  }))
}

/** Makes a link useless. */
export function useRevokeInvite() {
  return useMutation(() => ({
    mutationFn: (inviteId: number) => api.invites.revoke.mutate({ inviteId }),
    onSuccess: refreshInvites,
  }))
}

/** What an invite link offers. */
export function useInvite(token: () => string) {
  return useQuery(() => ({
    queryKey: ['invites', 'get', token()],
    queryFn: () => api.invites.get.query({ token: token() }),
    retry: false,
  }))
}
