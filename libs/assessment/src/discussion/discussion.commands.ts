import { bind, Command } from '@mainstay/event-sourcing';
import {
  comment,
  type CommentBody,
  discussion,
  edit,
  type EditBody,
  resolve,
  type ResolveBody,
  withdraw,
  type WithdrawBody,
} from './discussion';

export class Comment extends Command<CommentBody> {}
export class EditComment extends Command<EditBody> {}
export class WithdrawComment extends Command<WithdrawBody> {}
export class ResolveQuestion extends Command<ResolveBody> {}

export const discussionCommands = bind(discussion, [
  [Comment, comment],
  [EditComment, edit],
  [WithdrawComment, withdraw],
  [ResolveQuestion, resolve],
]);
