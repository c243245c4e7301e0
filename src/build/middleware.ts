import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect } from 'vite'

/** Answers a request, or says that it is not meant. */
export type AsyncMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<boolean>

/** Connect knows no promises: what fails goes to the next handler, which shows it over the page. */
export function middleware(answer: AsyncMiddleware): Connect.NextHandleFunction {
  const pass = async (
    request: IncomingMessage,
    response: ServerResponse,
    next: Connect.NextFunction,
  ) => {
    try {
      if (!(await answer(request, response))) next()
    } catch (error) {
      next(error)
    }
  }
  return (request, response, next) => {
    void pass(request, response, next)
  }
}
